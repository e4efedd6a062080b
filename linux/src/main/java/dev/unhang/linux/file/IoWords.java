package dev.unhang.linux.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/// Why a file could not be read or written, in the words the C library has for it. Java has names
/// of its own for some errors, which tell an administrator nothing.
///
/// Man: errno(3)
public final class IoWords {
  private IoWords() {}

  /// Never empty.
  public static String of(IOException failed) {
    return switch (failed) {
      case NoSuchFileException gone -> "No such file or directory";
      case AccessDeniedException denied -> "Permission denied";
      case FileAlreadyExistsException there -> "File exists";
      case NotDirectoryException file -> "Not a directory";
      case DirectoryNotEmptyException full -> "Directory not empty";
      case FileSystemLoopException loop -> "Too many levels of symbolic links";
      case FileSystemException other when other.getReason() != null -> other.getReason();
      default -> {
        String message = failed.getMessage();
        yield message == null ? failed.getClass().getSimpleName() : message;
      }
    };
  }
}

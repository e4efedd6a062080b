package dev.unhang.linux.file;

import dev.unhang.model.error.CannotChange;
import dev.unhang.model.error.NeedsRoot;
import dev.unhang.model.host.Entry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// Makes a file, a folder or a link where nothing is, and takes it away again. A file is written
/// beside and linked into its place: it is there whole, or not there, and never replaces another.
///
/// Man: link(2), fsync(2)
public final class NewEntry {
  private static final Set<PosixFilePermission> READABLE =
      PosixFilePermissions.fromString("rw-r--r--");

  private static final Set<PosixFilePermission> FOLDER =
      PosixFilePermissions.fromString("rwxr-xr-x");

  private NewEntry() {}

  /// Throws CannotChange where something is there.
  ///
  /// @param path as it is on this machine
  public static void make(Path path, Entry entry) {
    try {
      switch (entry) {
        case Entry.NewFile file -> file(path, file.content().bytes());
        case Entry.Folder folder -> {
          Files.createDirectory(path);
          Files.setPosixFilePermissions(path, FOLDER);
        }
        case Entry.Link link -> Files.createSymbolicLink(path, Path.of(link.target()));
      }
      sync(folderOf(path));
    } catch (FileAlreadyExistsException taken) {
      throw new CannotChange("make", path.toString(), "something is there", "look at it first");
    } catch (NoSuchFileException none) {
      throw new CannotChange("make", path.toString(), "the folder is not there", "look there");
    } catch (AccessDeniedException denied) {
      throw new NeedsRoot("make", path.toString(), "permission denied", "try again as root");
    } catch (IOException failed) {
      throw failed("make", path, failed);
    }
  }

  private static void file(Path path, byte[] bytes) throws IOException {
    Path beside = AtomicReplace.beside(path.toAbsolutePath());
    Files.deleteIfExists(beside);
    try {
      try (FileChannel out =
          FileChannel.open(beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        Files.setPosixFilePermissions(beside, READABLE);
        ByteBuffer left = ByteBuffer.wrap(bytes);
        while (left.hasRemaining()) {
          out.write(left);
        }
        out.force(true);
      }
      Files.createLink(path, beside);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  /// Throws CannotChange where it is not any more what was made.
  ///
  /// @param path as it is on this machine
  public static void remove(Path path, Entry entry) {
    try {
      if (!isStill(path, entry)) {
        throw new CannotChange(
            "take away",
            path.toString(),
            "it is not any more what was made",
            "look at it, and take it away by hand");
      }
      Files.delete(path);
      sync(folderOf(path));
    } catch (DirectoryNotEmptyException full) {
      throw new CannotChange(
          "take away", path.toString(), "somebody has put something into it", "leave it there");
    } catch (NoSuchFileException gone) {
      throw new CannotChange("take away", path.toString(), "it is not there", "nothing is to do");
    } catch (AccessDeniedException denied) {
      throw new NeedsRoot("take away", path.toString(), "permission denied", "try again as root");
    } catch (IOException failed) {
      throw failed("take away", path, failed);
    }
  }

  private static boolean isStill(Path path, Entry entry) throws IOException {
    return switch (entry) {
      case Entry.NewFile file -> PseudoFile.read(path).equals(file.content());
      case Entry.Folder folder -> Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
      case Entry.Link link ->
          Files.isSymbolicLink(path)
              && Files.readSymbolicLink(path).toString().equals(link.target());
    };
  }

  private static CannotChange failed(String what, Path path, IOException failed) {
    return new CannotChange(
        what,
        path.toString(),
        failed.toString(),
        "see whether the disk is full or read-only, or the folder immutable (lsattr)");
  }

  private static void sync(Path folder) throws IOException {
    try (FileChannel opened = FileChannel.open(folder, Set.of(StandardOpenOption.READ))) {
      opened.force(true);
    }
  }

  private static Path folderOf(Path file) {
    Path parent = file.getParent();
    return parent == null ? Path.of("/") : parent;
  }
}

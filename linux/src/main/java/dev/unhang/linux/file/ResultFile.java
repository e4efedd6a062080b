package dev.unhang.linux.file;

import dev.unhang.model.error.CannotWrite;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;

/// A file that a person wants written: a report, a page, a drawing. It is written beside through
/// the descriptor that made it, for its owner alone since much about the host is in it, and takes
/// its name when it is whole. A former file of that name stays until then; what is no file, or a
/// link to one, is never replaced.
///
/// Man: rename(2), open(2) O_EXCL
public final class ResultFile {
  private ResultFile() {}

  /// Writes what it is to hold.
  public interface Body {
    void to(OutputStream out) throws IOException;
  }

  /// Throws CannotWrite; then a former file is what it was.
  ///
  /// @param name as a person gives it
  /// @return how many bytes were written
  public static long write(String name, Body body) {
    try {
      Path file = Path.of(name).toAbsolutePath();
      Path last = file.getFileName();
      if (last == null || name.endsWith("/")) {
        throw new FileSystemException(name, null, "Is a directory");
      }
      try (Descriptor folder = Descriptor.folder(Spot.folderOf(file))) {
        return write(folder.path(), last.toString(), body);
      }
    } catch (InvalidPathException no_text) {
      throw failed(name, "the name is no text in this locale");
    } catch (IOException failed) {
      throw failed(name, IoWords.of(failed));
    }
  }

  /// A file that programs of other users read over and over, as node_exporter does. It is replaced
  /// whole, and not brought to disk at once: the next one comes soon.
  public static void writeForAll(String name, Body body) {
    try {
      Path file = Path.of(name).toAbsolutePath();
      try (Descriptor folder = Descriptor.folder(Spot.folderOf(file))) {
        Path target = folder.path().resolve(file.getFileName());
        requireReplaceable(target);
        try (Draft draft = Draft.in(folder.path());
            FileChannel channel = draft.open()) {
          body.to(Channels.newOutputStream(channel));
          Files.setPosixFilePermissions(draft.path(), PosixFilePermissions.fromString("rw-r--r--"));
          Files.move(draft.path(), target, StandardCopyOption.ATOMIC_MOVE);
        }
      }
    } catch (IOException failed) {
      throw failed(name, IoWords.of(failed));
    }
  }

  private static CannotWrite failed(String name, String why) {
    return new CannotWrite(name, why, "name a file in a folder that is there and has room, or -");
  }

  private static long write(Path folder, String name, Body body) throws IOException {
    Path file = folder.resolve(name);
    requireReplaceable(file);
    try (Draft draft = Draft.in(folder)) {
      long size = fill(draft, body);
      requireReplaceable(file);
      Files.move(draft.path(), file, StandardCopyOption.ATOMIC_MOVE);
      Spot.sync(folder);
      return size;
    }
  }

  private static long fill(Draft draft, Body body) throws IOException {
    try (FileChannel channel = draft.open()) {
      body.to(Channels.newOutputStream(channel));
      channel.force(true);
      return channel.size();
    }
  }

  private static void requireReplaceable(Path file) throws IOException {
    BasicFileAttributes there;
    try {
      there = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    } catch (NoSuchFileException free) {
      return;
    }
    if (!there.isRegularFile()) {
      throw new FileSystemException(
          file.toString(),
          null,
          there.isDirectory()
              ? "Is a directory"
              : there.isSymbolicLink()
                  ? "it is a link, and stays one: name the file it leads to"
                  : "it is a device, a pipe or a socket, and not replaced");
    }
  }

  /// A file in a folder of unhang's own.
  ///
  /// @return how many bytes were written
  public static long writeOwn(OwnFolder folder, String name, Body body) {
    try {
      return write(folder.path(), name, body);
    } catch (IOException failed) {
      throw failed(folder.shown(name), IoWords.of(failed));
    }
  }
}

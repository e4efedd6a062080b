package dev.unhang.linux.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A folder of append-only files of lines, each named by a number. What was written is on disk,
/// file and folder, before a method returns; a file is there with its whole first line or not at
/// all.
final class ChangeFolder {
  private static final Pattern NAME = Pattern.compile("[0-9]{4,9}");

  /// A draft that was never given a number; no reader looks at it.
  private static final String DRAFT = ".unhang-";

  /// A change holds at most a few configuration files, twice, in base64.
  private static final int MAX_BYTES = 128 << 20;

  private final Path folder;

  ChangeFolder(Path folder) {
    this.folder = folder;
  }

  /// Makes it, for its owner alone, where it isn't there.
  void make() throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    Path above = folder.toAbsolutePath().getParent();
    if (above != null) {
      Files.createDirectories(above);
    }
    try {
      Files.createDirectory(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } catch (FileAlreadyExistsException by_another) {
      return;
    }
    for (Path made = above; made != null; made = made.getParent()) {
      sync(made);
    }
  }

  /// The numbers taken, ascending. A folder that isn't there has none; one that may not be looked
  /// into throws.
  List<Integer> numbers() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> NAME.matcher(name).matches())
          .map(Integer::valueOf)
          .sorted()
          .toList();
    } catch (NoSuchFileException never_made) {
      return List.of();
    }
  }

  /// The file of a number.
  Path file(int number) {
    return folder.resolve(String.format("%04d", number));
  }

  /// Takes a number with its first line. It is written to the side and linked to its name: so a
  /// full disk or a crash leaves no half of it under that name.
  ///
  /// @return false where another process took the number first
  boolean take(int number, String line) throws IOException {
    sweep();
    Path draft = Files.createTempFile(folder, DRAFT, "");
    try {
      try (FileChannel out = FileChannel.open(draft, StandardOpenOption.WRITE)) {
        writeAll(out, line);
      }
      Files.createLink(file(number), draft);
    } catch (FileAlreadyExistsException taken) {
      return false;
    } finally {
      Files.deleteIfExists(draft);
    }
    sync(folder);
    return true;
  }

  /// Takes away drafts of runs that were killed. Whoever writes holds the writer's lock, so that no
  /// draft is anybody's any more.
  private void sweep() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path draft :
          files.filter(file -> String.valueOf(file.getFileName()).startsWith(DRAFT)).toList()) {
        Files.deleteIfExists(draft);
      }
    }
  }

  /// Adds a line. A last line without its end, left by a crash, is cut off first: joined to it, the
  /// new line would be lost too.
  void append(int number, String line) throws IOException {
    sweep();
    try (FileChannel out =
        FileChannel.open(file(number), Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE))) {
      long end = endOfLastLine(out);
      if (end == 0) {
        throw new IOException(file(number) + " has no whole first line");
      }
      out.truncate(end);
      out.position(end);
      writeAll(out, line);
    }
  }

  private static long endOfLastLine(FileChannel in) throws IOException {
    ByteBuffer one = ByteBuffer.allocate(1);
    for (long at = in.size(); at > 0; at--) {
      if (in.read(one.clear(), at - 1) == 1 && one.get(0) == '\n') {
        return at;
      }
    }
    return 0;
  }

  /// The whole lines of a file.
  List<String> lines(int number) throws IOException {
    if (Files.size(file(number)) > MAX_BYTES) {
      throw new IOException("larger than " + (MAX_BYTES >> 20) + " MiB");
    }
    String text = Files.readString(file(number), StandardCharsets.UTF_8);
    return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
  }

  private static void writeAll(FileChannel out, String line) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) {
      out.write(bytes);
    }
    out.force(true);
  }

  private static void sync(Path folder) throws IOException {
    try (FileChannel synced = FileChannel.open(folder, StandardOpenOption.READ)) {
      synced.force(true);
    }
  }
}

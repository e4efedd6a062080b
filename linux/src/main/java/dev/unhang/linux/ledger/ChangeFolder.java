package dev.unhang.linux.ledger;

import dev.unhang.linux.file.Draft;
import dev.unhang.linux.file.OwnFolder;
import dev.unhang.linux.file.Root;
import dev.unhang.model.host.HostPath;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A folder of append-only files of lines, each named by a number. What was written is on disk,
/// file and folder, before a method returns; a file is there with its whole first line or not at
/// all.
final class ChangeFolder {
  private static final Pattern NAME = Pattern.compile("[0-9]{4,9}");

  /// A change holds at most a few configuration files, twice, in base64.
  private static final int MAX_BYTES = 128 << 20;

  private final Root root;
  private final HostPath folder;

  /// @param folder its parent is ours too
  ChangeFolder(Root root, HostPath folder) {
    this.root = root;
    this.folder = folder;
  }

  /// Makes it, for its owner alone, where it isn't there.
  void make() throws IOException {
    OwnFolder.make(root, above()).close();
    OwnFolder.make(root, folder).close();
  }

  /// Whoever may write in the folder above could put another in its place.
  private OwnFolder open() throws IOException {
    OwnFolder.open(root, above()).close();
    return OwnFolder.open(root, folder);
  }

  private HostPath above() {
    int slash = folder.value().lastIndexOf('/');
    return new HostPath(slash > 0 ? folder.value().substring(0, slash) : "/");
  }

  /// The numbers taken, ascending. A folder that isn't there has none; one that may not be looked
  /// into, or is another user's, throws.
  List<Integer> numbers() throws IOException {
    try (OwnFolder opened = open();
        Stream<Path> files = Files.list(opened.path())) {
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

  /// Where the file of a number is, for messages.
  String file(int number) {
    return folder + "/" + name(number);
  }

  private static String name(int number) {
    return String.format("%04d", number);
  }

  /// Takes a number with its first line. It is written to the side and linked to its name: so a
  /// full disk or a crash leaves no half of it under that name.
  ///
  /// @return false where another process took the number first
  boolean take(int number, String line) throws IOException {
    try (OwnFolder opened = open()) {
      sweep(opened);
      try (Draft draft = Draft.in(opened.path())) {
        try (FileChannel out = draft.open()) {
          writeAll(out, line);
        }
        Files.createLink(opened.path(name(number)), draft.path());
      } catch (FileAlreadyExistsException taken) {
        return false;
      }
      opened.sync();
      return true;
    }
  }

  /// Takes away drafts of runs that were killed. Whoever writes holds the writer's lock, so that no
  /// draft is anybody's any more.
  private static void sweep(OwnFolder opened) throws IOException {
    try (Stream<Path> files = Files.list(opened.path())) {
      for (Path draft :
          files
              .filter(file -> String.valueOf(file.getFileName()).startsWith(Draft.PREFIX))
              .toList()) {
        Files.deleteIfExists(draft);
      }
    }
  }

  /// Adds a line. A last line without its end, left by a crash, is cut off first: joined to it, the
  /// new line would be lost too.
  void append(int number, String line) throws IOException {
    try (OwnFolder opened = open()) {
      sweep(opened);
      try (FileChannel out =
          opened.open(name(number), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
        long end = endOfLastLine(out);
        if (end == 0) {
          throw new IOException(file(number) + " has no whole first line");
        }
        out.truncate(end);
        out.position(end);
        writeAll(out, line);
      }
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
    try (OwnFolder opened = open();
        FileChannel in = opened.open(name(number), StandardOpenOption.READ)) {
      if (in.size() > MAX_BYTES) {
        throw new IOException("larger than " + (MAX_BYTES >> 20) + " MiB");
      }
      ByteBuffer bytes = ByteBuffer.allocate((int) in.size());
      while (bytes.hasRemaining() && in.read(bytes) >= 0) {}
      String text = StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
      return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }
  }

  private static void writeAll(FileChannel out, String line) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) {
      out.write(bytes);
    }
    out.force(true);
  }
}

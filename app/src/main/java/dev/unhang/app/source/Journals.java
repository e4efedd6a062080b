package dev.unhang.app.source;

import dev.unhang.hosts.kernellog.FollowedJournal;
import dev.unhang.hosts.kernellog.JournalFiles;
import dev.unhang.logs.unpack.SourceStream;
import dev.unhang.logs.unpack.Unpacking;
import dev.unhang.model.error.CannotRead;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.Trouble;
import dev.unhang.model.host.ByteSource;
import dev.unhang.model.host.FileAttributes;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import dev.unhang.model.id.ShellWord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// Journals that a person names: a file, or a folder of files.
public final class Journals {
  private Journals() {}

  /// Opens what is named.
  public static JournalFiles open(HostView files, String name) {
    HostPath path = path(name);
    if (isFolder(files, path)) {
      return folder(files, path, name);
    }
    ByteSource bytes = file(files, path, name);
    requireUnpacked(bytes, name);
    if (!isJournal(bytes)) {
      throw new CannotRead(
          "read " + name,
          "",
          "it is no journal file",
          "name a journal file, or a folder of them such as /var/log/journal");
    }
    return JournalFiles.of(new Origin(name), bytes);
  }

  /// Follows what is named.
  public static FollowedJournal follow(HostView files, String name) {
    HostPath path = path(name);
    boolean isFolder = isFolder(files, path);
    FollowedJournal journal =
        isFolder ? FollowedJournal.below(files, List.of(path)) : FollowedJournal.of(files, path);
    if (!journal.isEmpty()) {
      return journal;
    }
    List<Trouble> troubles = journal.newTroubles();
    journal.close();
    throw new CannotRead(
        "follow " + name,
        "",
        troubles.isEmpty()
            ? isFolder ? "no journal file in it is being written" : "it is not there"
            : troubles.getFirst().what(),
        "name a journal file that is being written, or its folder, such as /var/log/journal");
  }

  /// Where a file is that a person names.
  public static HostPath path(String name) {
    return new HostPath(Path.of(name).toAbsolutePath().normalize().toString());
  }

  static boolean isFolder(HostView files, HostPath path) {
    return files
        .attributes(path)
        .known()
        .filter(attributes -> attributes.kind() != FileAttributes.Kind.FILE)
        .filter(attributes -> files.list(path).known().isPresent())
        .isPresent();
  }

  static JournalFiles folder(HostView files, HostPath path, String name) {
    JournalFiles found = JournalFiles.below(files, List.of(path));
    if (found.isEmpty()) {
      throw new CannotRead(
          "read " + name,
          "",
          found.refused().orElse("it is a folder without journal files"),
          "name the kernel log in it: unhang scan FILE; or --root for a mounted disk");
    }
    return found;
  }

  static ByteSource file(HostView files, HostPath path, String name) {
    Reading<ByteSource> opened = files.open(path);
    return opened
        .known()
        .orElseThrow(() ->
            new CannotRead(
                "read " + name,
                "",
                opened.whyNot().orElse("not there"),
                "name a file that is there, or - for standard input"));
  }

  /// Throws CannotRead where it is a journal in a packed file: one is read at any place, which only
  /// an unpacked one can be.
  static void requireUnpacked(ByteSource bytes, String name) {
    ByteBuffer mark = ByteBuffer.allocate(Unpacking.MARK);
    int length = Math.max(0, bytes.read(0, mark));
    if (!Unpacking.isPacked(Arrays.copyOf(mark.array(), length))) {
      return;
    }
    byte[] first;
    // The source is still to be read by others.
    try (InputStream text = new Unpacking(new SourceStream(bytes))) {
      first = text.readNBytes(JournalFiles.SIGNATURE.length());
    } catch (IOException damaged) {
      return;
    }
    if (new String(first, StandardCharsets.ISO_8859_1).equals(JournalFiles.SIGNATURE)) {
      throw new CannotRead(
          "read " + name,
          "",
          "it is a packed journal, and a journal is read at any place of it",
          "unpack it first, with " + unpacker(mark.get(0)) + " " + ShellWord.of(name));
    }
  }

  /// By the first byte of gzip, xz or zstd.
  ///
  /// RFC 1952, 2.3.1; RFC 8878, 3.1.1; the .xz file format, 2.1.1.1
  private static String unpacker(byte first) {
    return switch (first) {
      case 0x1f -> "gunzip -k";
      case (byte) 0xfd -> "unxz -k";
      default -> "unzstd";
    };
  }

  static boolean isJournal(ByteSource bytes) {
    ByteBuffer first = ByteBuffer.allocate(JournalFiles.SIGNATURE.length());
    int length = Math.max(0, bytes.read(0, first));
    return new String(first.array(), 0, length, StandardCharsets.ISO_8859_1)
        .equals(JournalFiles.SIGNATURE);
  }
}

package dev.unhang.bench.log;

import dev.unhang.bench.Story;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What a host logs, as journalctl prints it for programs: in the export form, or as JSON.
public final class JournalText {
  private static final int MARKED_RECORDS = 4000;

  /// Writes a number of records.
  private interface Writer {
    /// @return how many hang reports were among them
    long write(OutputStream out, long seed, int records) throws IOException;
  }

  private JournalText() {}

  /// In the export form, kept for the next time.
  public static Generated export(Path folder, int records, Story story) {
    return file(folder, "export", records, JournalExport::write, story);
  }

  /// As JSON, an entry a line.
  public static Generated json(Path folder, int records, Story story) {
    return file(folder, "json", records, JournalEntries::write, story);
  }

  private static Generated file(Path folder, String form, int records, Writer writer, Story story) {
    String name = "journal-" + records + "-" + Generated.mark(beginning(writer)) + "." + form;
    return Generated.kept(folder.resolve(name), path -> write(path, records, writer), story);
  }

  private static long write(Path path, int records, Writer writer) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path), 1 << 16)) {
      return writer.write(out, Generated.SEED, records);
    }
  }

  private static byte[] beginning(Writer writer) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      writer.write(out, Generated.SEED, MARKED_RECORDS);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }
}

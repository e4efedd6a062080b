package dev.unhang.bench.log;

import dev.unhang.bench.BenchBroken;
import dev.unhang.bench.Story;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;

/// A made-up log on disk.
///
/// @param path a file, or a journal's folder
/// @param reports how many hang reports it holds
public record Generated(Path path, long reports) {
  /// The seed of all logs.
  public static final long SEED = 7;

  /// Writes a log to a path.
  interface Writer {
    /// @return how many hang reports it wrote
    long write(Path path) throws IOException;
  }

  /// The log that is there, or a new one. Whole or not at all: the count is written last.
  static Generated kept(Path path, Writer writer, Story story) {
    Path count = path.resolveSibling(path.getFileName() + ".reports");
    try {
      if (!Files.exists(count)) {
        Files.createDirectories(path.getParent());
        story.tell("making " + path);
        Files.writeString(count, Long.toString(writer.write(path)));
      }
      return new Generated(path, Long.parseLong(Files.readString(count)));
    } catch (IOException failed) {
      throw new BenchBroken("cannot make " + path, failed);
    }
  }

  /// Names a log by what it begins with, so that one of a former generator isn't taken for it.
  static String mark(byte[] beginning) {
    CRC32 sum = new CRC32();
    sum.update(beginning);
    return String.format("%08x", sum.getValue());
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}

package dev.unhang.bench.log;

import dev.unhang.bench.Story;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// What a host logs, as /var/log/syslog keeps it: a line for each line of a message.
public final class SyslogText {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("MMM ppd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final int MARKED_BYTES = 1 << 20;

  private long second = -1;
  private String stamp = "";

  private SyslogText() {}

  /// The log in a file of at least this size, kept for the next time.
  public static Generated file(Path folder, long bytes, Story story) {
    String name = "syslog-" + bytes + "-" + Generated.mark(beginning()) + ".log";
    return Generated.kept(folder.resolve(name), path -> toFile(path, bytes), story);
  }

  /// A boot and one report, and nothing else.
  public static Generated oneReport(Path folder) {
    MadeUpHost host = new MadeUpHost(Generated.SEED);
    SyslogText text = new SyslogText();
    String lines = text.lines(host.next());
    Entry entry = host.next();
    while (host.reports() == 0) {
      entry = host.next();
    }
    try {
      Files.createDirectories(folder);
      Path file = folder.resolve("one-report.log");
      Files.write(file, Generated.ascii(lines + text.lines(entry)));
      return new Generated(file, 1);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// Writes whole entries until this many bytes are reached.
  ///
  /// @return how many hang reports were written
  static long write(OutputStream out, long seed, long atLeastBytes) throws IOException {
    MadeUpHost host = new MadeUpHost(seed);
    SyslogText text = new SyslogText();
    long written = 0;
    while (written < atLeastBytes) {
      byte[] lines = Generated.ascii(text.lines(host.next()));
      out.write(lines);
      written += lines.length;
    }
    return host.reports();
  }

  private static long toFile(Path path, long bytes) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path), 1 << 16)) {
      return write(out, Generated.SEED, bytes);
    }
  }

  private static byte[] beginning() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      write(out, Generated.SEED, MARKED_BYTES);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }

  private String lines(Entry entry) {
    String prefix = stamp(entry.realMicros()) + " pve-07 " + tag(entry);
    StringBuilder lines = new StringBuilder();
    entry.message().lines().forEach(line -> lines.append(prefix).append(line).append('\n'));
    return lines.toString();
  }

  private static String tag(Entry entry) {
    if (!entry.isKernel()) {
      return entry.identifier() + "[" + entry.pid() + "]: ";
    }
    // As printk's "[%5lu.%06lu] ".
    String seconds = Long.toString(entry.upMicros() / 1_000_000);
    String micros = Long.toString(1_000_000 + entry.upMicros() % 1_000_000).substring(1);
    return "kernel: ["
        + " ".repeat(Math.max(0, 5 - seconds.length()))
        + seconds
        + "."
        + micros
        + "] ";
  }

  private String stamp(long realMicros) {
    if (realMicros / 1_000_000 != second) {
      second = realMicros / 1_000_000;
      stamp = STAMP.format(Instant.ofEpochSecond(second));
    }
    return stamp;
  }
}

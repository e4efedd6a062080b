package dev.unhang.bench.log;

import dev.unhang.bench.Story;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/// What a host logs, as /var/log/syslog keeps it: a line for each line of a message.
public final class SyslogText {
  private static final int MARKED_BYTES = 1 << 20;

  private SyslogText() {}

  /// The log in a file of at least this size, kept for the next time.
  public static Generated bsd(Path folder, long bytes, Story story) {
    return file(folder, bytes, BsdForm::new, story);
  }

  /// The same in the form of the syslog protocol.
  public static Generated protocol(Path folder, long bytes, Story story) {
    return file(folder, bytes, ProtocolForm::new, story);
  }

  private static Generated file(Path folder, long bytes, Supplier<Form> form, Story story) {
    String name = "syslog-" + form.get().name() + "-" + bytes;
    String marked = name + "-" + Generated.mark(beginning(form.get())) + ".log";
    return Generated.kept(folder.resolve(marked), path -> toFile(path, bytes, form.get()), story);
  }

  /// A boot and one report, and nothing else.
  public static Generated oneReport(Path folder) {
    MadeUpHost host = new MadeUpHost(Generated.SEED);
    Form form = new BsdForm();
    String lines = lines(host.next(), form);
    Entry entry = host.next();
    while (host.reports() == 0) {
      entry = host.next();
    }
    try {
      Files.createDirectories(folder);
      Path file = folder.resolve("one-report.log");
      Files.write(file, Generated.ascii(lines + lines(entry, form)));
      return new Generated(file, 1);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// Writes whole entries until this many bytes are reached.
  ///
  /// @return how many hang reports were written
  static long write(OutputStream out, long seed, long atLeastBytes, Form form) throws IOException {
    MadeUpHost host = new MadeUpHost(seed);
    long written = 0;
    while (written < atLeastBytes) {
      byte[] lines = Generated.ascii(lines(host.next(), form));
      out.write(lines);
      written += lines.length;
    }
    return host.reports();
  }

  private static long toFile(Path path, long bytes, Form form) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path), 1 << 16)) {
      return write(out, Generated.SEED, bytes, form);
    }
  }

  private static byte[] beginning(Form form) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      write(out, Generated.SEED, MARKED_BYTES, form);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }

  private static String lines(Entry entry, Form form) {
    String prefix = form.before(entry);
    StringBuilder lines = new StringBuilder();
    entry.message().lines().forEach(line -> lines.append(prefix).append(line).append('\n'));
    return lines.toString();
  }
}

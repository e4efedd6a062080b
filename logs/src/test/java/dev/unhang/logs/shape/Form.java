package dev.unhang.logs.shape;

import dev.unhang.logs.shape.SeedLog.Entry;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// Stamps that programs put before the lines of a log.
final class Form {
  private Form() {}

  static String time(Entry entry, String pattern) {
    return entry.wall().format(DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH));
  }

  static String uptime(Entry entry) {
    return String.format(
        Locale.ROOT, "%5d.%06d", entry.uptime().toSeconds(), entry.uptime().toNanosPart() / 1000);
  }

  static long micros(LocalDateTime wall) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, wall.toInstant(ZoneOffset.UTC));
  }

  static String syslog(Entry entry) {
    return time(entry, "MMM ppd HH:mm:ss") + " pve-02 " + entry.writer() + ": ";
  }

  static String iso(Entry entry) {
    return time(entry, "yyyy-MM-dd'T'HH:mm:ss.SSSSSS'+00:00'") + " pve-02 " + entry.writer() + ": ";
  }

  /// The kernel's own log names no writer but where a program wrote to it.
  static String dmesg(Entry entry) {
    return "[" + uptime(entry) + "] " + program(entry);
  }

  static String ctime(Entry entry) {
    return "[" + time(entry, "EEE MMM ppd HH:mm:ss yyyy") + "] " + program(entry);
  }

  static String program(Entry entry) {
    return entry.writer().equals("kernel") ? "" : entry.writer() + ": ";
  }

  /// Each line of a record behind the record's stamp.
  static List<String> each(SeedLog log, Function<Entry, String> stamp) {
    List<String> lines = new ArrayList<>();
    for (Entry entry : log.entries()) {
      entry.lines().forEach(line -> lines.add(stamp.apply(entry) + line));
    }
    return lines;
  }

  /// The first line behind its stamp, the others set in as journalctl does.
  static List<String> setIn(SeedLog log, Function<Entry, String> stamp) {
    List<String> lines = new ArrayList<>();
    for (Entry entry : log.entries()) {
      String before = stamp.apply(entry);
      for (String line : entry.lines()) {
        lines.add(before + line);
        before = " ".repeat(before.length());
      }
    }
    return lines;
  }

  /// A text for each record.
  static List<String> records(SeedLog log, Function<Entry, String> text) {
    return log.entries().stream().map(text).toList();
  }

  static String message(Entry entry) {
    return String.join("\n", entry.lines());
  }

  static String json(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\n' -> quoted.append("\\n");
        case '"' -> quoted.append("\\\"");
        case '\\' -> quoted.append("\\\\");
        case '\t' -> quoted.append("\\t");
        default -> quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}

package dev.unhang.logs.shape;

import dev.unhang.testing.Fixtures;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One log taken apart: what was written when and by whom, without a form.
record SeedLog(String name, List<Entry> entries) {
  private static final DateTimeFormatter SYSLOG =
      new DateTimeFormatterBuilder()
          .appendPattern("MMM ppd HH:mm:ss")
          .parseDefaulting(ChronoField.YEAR, 2025)
          .toFormatter(Locale.ROOT);

  private static final Pattern LINE =
      Pattern.compile(
          "^(?<stamp>[A-Z][a-z]{2} [ \\d]\\d \\d\\d:\\d\\d:\\d\\d) \\S+ (?<writer>[^:]+):"
              + " (?<text>.*)$");

  private static final int INDENT = 31;

  /// One record.
  ///
  /// @param boot counted from 0
  /// @param wall local time, to the microsecond
  /// @param uptime since its boot
  /// @param writer with its number: `kernel`, `systemd-shutdown[1]`
  /// @param lines of its message
  record Entry(int boot, LocalDateTime wall, Duration uptime, String writer, List<String> lines) {}

  /// A log of testdata in syslog's form, whose reports are set in as journalctl does.
  static SeedLog of(String report) {
    return new SeedLog(report, parse(Fixtures.reportText(report + "/kernel.log").lines().toList()));
  }

  /// The same from lines that a test wrote.
  static SeedLog of(String name, String... lines) {
    return new SeedLog(name, parse(List.of(lines)));
  }

  private static List<Entry> parse(List<String> lines) {
    List<Entry> entries = new ArrayList<>();
    LocalDateTime began = LocalDateTime.MIN;
    int boot = -1;
    for (String line : lines) {
      Matcher matcher = LINE.matcher(line);
      if (!matcher.matches()) {
        entries.getLast().lines().add(line.substring(Math.min(INDENT, line.length())));
        continue;
      }
      LocalDateTime wall =
          LocalDateTime.parse(matcher.group("stamp"), SYSLOG)
              .plusNanos(1000L * (100 + entries.size()));
      if (boot < 0 || matcher.group("text").startsWith("Linux version ")) {
        boot++;
        began = wall;
      }
      entries.add(
          new Entry(
              boot,
              wall,
              Duration.between(began, wall),
              matcher.group("writer"),
              new ArrayList<>(List.of(matcher.group("text")))));
    }
    return List.copyOf(entries);
  }
}

package dev.unhang.app.option;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ParseResult;

/// Spans of time as people type them, in one form everywhere: 500ms, 90s, 10min, 2h, 7d, 2w.
public final class SpanWords {
  private static final Map<String, Duration> UNITS =
      Map.ofEntries(
          Map.entry("ms", Duration.ofMillis(1)),
          Map.entry("s", Duration.ofSeconds(1)),
          Map.entry("sec", Duration.ofSeconds(1)),
          Map.entry("m", Duration.ofMinutes(1)),
          Map.entry("min", Duration.ofMinutes(1)),
          Map.entry("h", Duration.ofHours(1)),
          Map.entry("hour", Duration.ofHours(1)),
          Map.entry("hours", Duration.ofHours(1)),
          Map.entry("d", Duration.ofDays(1)),
          Map.entry("day", Duration.ofDays(1)),
          Map.entry("days", Duration.ofDays(1)),
          Map.entry("w", Duration.ofDays(7)),
          Map.entry("week", Duration.ofDays(7)),
          Map.entry("weeks", Duration.ofDays(7)));

  private static final Pattern SPAN = Pattern.compile("(?<number>\\d{1,7}) ?(?<unit>[a-z]{1,5})");

  private SpanWords() {}

  /// The span meant; empty where the words mean none. A number without a unit means none: minutes
  /// to one reader, seconds to the next.
  public static Optional<Duration> parse(String words) {
    Matcher span = SPAN.matcher(words);
    if (!span.matches() || !UNITS.containsKey(span.group("unit"))) {
      return Optional.empty();
    }
    Duration unit = UNITS.getOrDefault(span.group("unit"), Duration.ZERO);
    return Optional.of(unit.multipliedBy(Long.parseLong(span.group("number"))));
  }

  /// The value of an option; empty where the option is not there.
  ///
  /// @throws Usage where it is no span, or not between the bounds
  public static Optional<Duration> option(
      ParseResult arguments, String option, Duration least, Duration most) {
    String text = arguments.matchedOptionValue(option, "");
    return text.isEmpty() ? Optional.empty() : Optional.of(require(option, text, least, most));
  }

  /// The span meant.
  ///
  /// @param what how the option or operand is named
  /// @throws Usage where the words mean none, or none between the bounds
  public static Duration require(String what, String words, Duration least, Duration most) {
    return parse(words)
        .filter(span -> span.compareTo(least) >= 0 && span.compareTo(most) <= 0)
        .orElseThrow(() ->
            new Usage(
                what
                    + " takes a time such as 90s, 10min or 2h, from "
                    + typed(least)
                    + " to "
                    + typed(most)
                    + "; not "
                    + words));
  }

  /// As it can be typed.
  private static String typed(Duration span) {
    if (span.toMillisPart() > 0) {
      return span.toMillis() + "ms";
    }
    if (span.toSecondsPart() > 0 || span.toMinutesPart() > 0) {
      return span.toSecondsPart() > 0 ? span.toSeconds() + "s" : span.toMinutes() + "min";
    }
    return span.toHoursPart() > 0 ? span.toHours() + "h" : span.toDays() + "d";
  }
}

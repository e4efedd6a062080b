package dev.unhang.repair.prove;

import dev.unhang.findings.rate.Rate;
import dev.unhang.findings.words.Words;
import dev.unhang.repair.prove.Exposure.Unit;
import dev.unhang.repair.prove.Judged.Period;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/// Numbers of a judgement in words. All are rounded so that they claim no more than the numbers do.
public final class ProveWords {
  /// Who would have to wait longer is not given a date.
  static final double MOST_DAYS = 36_525;

  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final DateTimeFormatter DAYS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final double HUNDRED = 100;
  private static final Duration THREE_DAYS = Duration.ofDays(3);

  private ProveWords() {}

  /// `2026-12-01 14:30Z`.
  public static String moment(Instant at) {
    return MINUTES.format(at);
  }

  /// The first day that begins behind a moment.
  public static String dayFrom(Instant at) {
    return DAYS.format(at.plus(Duration.ofDays(1)).minusNanos(1));
  }

  /// `before: 9 hangs in 21.0 days of load (1.2 TB sent)`, without what goes before.
  public static String period(Period period) {
    String hangs = period.hangs() == 0 ? "none" : Words.counted(period.hangs(), "hang", "hangs");
    String times =
        period.times() > period.hangs()
            ? " (" + Words.counted(period.times(), "time", "times") + " it stood still)"
            : "";
    return hangs
        + times
        + " in "
        + days(period.covered())
        + period
            .bytes()
            .map(sent -> ", " + Words.bytes(Math.round(sent)) + " sent")
            .orElse(" of uptime");
  }

  /// `8.3 days`, `14.2 h`, `12 min`.
  public static String days(Duration time) {
    if (time.compareTo(Duration.ofHours(1)) < 0) {
      return time.toMinutes() + " min";
    }
    boolean hours = time.compareTo(THREE_DAYS) < 0;
    double units = time.toSeconds() / (hours ? 3600.0 : 86_400.0);
    return units >= HUNDRED
        ? String.format(Locale.ROOT, "%,.0f days", units)
        : String.format(Locale.ROOT, hours ? "%.1f h" : "%.1f days", units);
  }

  /// The same, rounded down: what is claimed is no more than what is so.
  private static String atLeast(Duration time) {
    boolean hours = time.compareTo(THREE_DAYS) < 0;
    long step = hours ? 360 : 8_640;
    return time.compareTo(Duration.ofHours(1)) < 0
        ? days(time)
        : days(Duration.ofSeconds(time.toSeconds() / step * step));
  }

  /// `3 times in 100`: rounded up.
  public static String chance(double chance) {
    if (chance > 0.1) {
      return String.format(Locale.ROOT, "%.0f times in 100", Math.ceil(chance * HUNDRED));
    }
    if (chance >= 0.01) {
      double up = Math.ceil(chance * HUNDRED * 10) / 10;
      return String.format(Locale.ROOT, "%.1f times in 100", up).replace(".0 ", " ");
    }
    return chance > 0.001 ? "less than once in 100" : "less than once in 1,000";
  }

  /// `66 h`, `1.2 TB sent`.
  public static String amount(Unit unit, double amount) {
    return switch (unit) {
      case UPTIME -> days(seconds(amount));
      case BYTES -> sent(amount);
    };
  }

  private static Duration seconds(double seconds) {
    return Duration.ofSeconds((long) Math.min(seconds, MOST_DAYS * 86_400));
  }

  private static String sent(double bytes) {
    return Words.bytes((long) Math.min(bytes, 1e18)) + " sent";
  }

  /// Why so few hangs tell nothing.
  static String tooFew(Period before, boolean isJoined) {
    String hangs = isJoined ? "clusters of hangs" : "hangs";
    String hang = isJoined ? "cluster of hangs" : "hang";
    return (before.hangs() == 0 ? "no hang" : Words.counted(before.hangs(), hang, hangs))
        + " before the change in "
        + days(before.covered())
        + " that the logs hold; "
        + Quiet.FEWEST_HANGS
        + " are the fewest that tell how often it hangs";
  }

  /// How often it hung before, and in which bounds.
  public static String before(Measure measure) {
    Rate.Interval bounds = measure.before().interval();
    return "once in "
        + amount(measure.unit(), 1 / measure.before().perUnit())
        + " before, at 95 % between once in "
        + amount(measure.unit(), 1 / bounds.high())
        + " and once in "
        + amount(measure.unit(), 1 / bounds.low());
  }

  /// At most how often it hangs now; empty where nothing was counted since.
  public static Optional<String> since(Measure measure) {
    double between = 1 / measure.since().atMost();
    return measure.since().exposure() == 0
        ? Optional.empty()
        : Optional.of(
            "at 95 % it now hangs less than once in "
                + switch (measure.unit()) {
                  case UPTIME -> atLeast(seconds(between));
                  case BYTES -> sent(between);
                });
  }

  /// From when on it can be said, or what keeps it from being said.
  public static Optional<String> repairedFrom(Judged judged) {
    return judged
        .repairedFrom()
        .map(at -> "'repaired' can be said from " + dayFrom(at) + " if it stays quiet");
  }
}

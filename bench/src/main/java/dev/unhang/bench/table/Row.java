package dev.unhang.bench.table;

import dev.unhang.bench.measure.Timings;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// One line of the table. A cell with nothing to say is empty.
///
/// @param bench its name
/// @param against what was compared with, or what was measured
/// @param ours time or memory of unhang
/// @param theirs of the other
/// @param ratio ours to theirs
/// @param goal what is wanted
/// @param verdict whether it is so
public record Row(
    String bench,
    String against,
    String ours,
    String theirs,
    String ratio,
    String goal,
    Verdict verdict) {
  /// Names of the columns.
  static final List<String> HEADINGS =
      List.of("bench", "against", "unhang", "the other", "ratio", "goal", "verdict");

  /// Times compared, by their medians.
  public static Row compared(
      String bench, String against, Goal goal, Timings ours, Timings theirs) {
    double ratio = Goal.ratio(ours.median(), theirs.median());
    return new Row(
        bench,
        against,
        time(ours),
        time(theirs),
        (ratio < 0.5 ? String.format(Locale.ROOT, "1/%.1f", 1 / ratio) : decimal(ratio)) + " x",
        goal.text(),
        Verdict.of(goal.isMetBy(ratio)));
  }

  /// A time that may not be longer.
  public static Row within(String bench, Duration limit, Timings ours) {
    return new Row(
        bench,
        "time",
        time(ours),
        "",
        "",
        "< " + limit.toMillis() + " ms",
        Verdict.of(ours.median().compareTo(limit) < 0));
  }

  /// Times of which ninety-nine in a hundred may not be longer.
  ///
  /// @param what was timed
  public static Row delays(String bench, String what, Duration limit, Timings ours) {
    Duration nearlyAll = ours.percentile(99);
    return new Row(
        bench,
        what,
        "p50 "
            + millis(ours.percentile(50))
            + ", p99 "
            + millis(nearlyAll)
            + ", max "
            + millis(ours.percentile(100)),
        "",
        decimal(Goal.ratio(nearlyAll, limit)) + " x",
        "p99 < " + limit.toMillis() + " ms",
        Verdict.of(nearlyAll.compareTo(limit) < 0));
  }

  /// Short times of which the one in the middle may not be longer.
  ///
  /// @param what was timed
  public static Row median(String bench, String what, Duration limit, Timings ours) {
    return new Row(
        bench,
        what,
        "p50 " + millis(ours.median()) + ", p99 " + millis(ours.percentile(99)),
        "",
        decimal(Goal.ratio(ours.median(), limit)) + " x",
        "p50 < " + limit.toMillis() + " ms",
        Verdict.of(ours.median().compareTo(limit) < 0));
  }

  /// Memory that may not be more.
  ///
  /// @param theirs what the others needed, most of all
  public static Row memory(String bench, long limitBytes, long ours, long theirs) {
    return new Row(
        bench,
        "memory",
        megabytes(ours),
        theirs == 0 ? "" : megabytes(theirs),
        "",
        "< " + megabytes(limitBytes),
        ours == 0 ? new Verdict.NotMeasured("install time") : Verdict.of(ours < limitBytes));
  }

  /// Nothing was measured, or what was is of no use.
  public static Row without(String bench, String against, String goal, Verdict why) {
    return new Row(bench, against, "", "", "", goal, why);
  }

  /// As the headings.
  List<String> cells() {
    return List.of(bench, against, ours, theirs, ratio, goal, verdict.text());
  }

  private static String time(Timings timings) {
    return seconds(timings.median()) + " (" + seconds(timings.min()) + ")";
  }

  private static String seconds(Duration time) {
    return time.toMillis() < 1000
        ? time.toMillis() + " ms"
        : decimal(time.toMillis() / 1000.0) + " s";
  }

  private static String millis(Duration time) {
    return String.format(Locale.ROOT, "%.1f ms", time.toNanos() / 1e6);
  }

  private static String megabytes(long bytes) {
    return Math.round(bytes / 1e6) + " MB";
  }

  private static String decimal(double number) {
    return String.format(Locale.ROOT, "%.2f", number);
  }
}

package dev.unhang.findings.verdict;

import dev.unhang.findings.words.Moments;
import dev.unhang.findings.words.Words;
import dev.unhang.model.finding.Verdict.Kind;
import dev.unhang.model.log.Episode.Outcome;
import dev.unhang.model.log.Gap;
import dev.unhang.model.log.LogStamp;
import dev.unhang.model.log.LoggedNic;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The verdict on a NIC whose transmit side stopped: when, how often, how it ended.
final class Hanging {
  private Hanging() {}

  /// @param stops at least one, in the order of the logs
  static NicVerdict of(LoggedNic nic, List<Stop> stops, boolean answered) {
    Optional<Stop> open = stops.stream().filter(stop -> !stop.isOver()).reduce((a, b) -> b);
    if (answered) {
      return verdict(Kind.ANSWERED, nic, stops, ": " + over(stops) + "; a setting answers it");
    }
    return open.isPresent()
        ? hung(nic, stops, open.get())
        : verdict(Kind.HUNG_BEFORE, nic, stops, " " + over(stops));
  }

  private static NicVerdict hung(LoggedNic nic, List<Stop> stops, Stop open) {
    String reports = open.lines() > 1 ? "; " + Words.count(open.lines()) + " reports" : "";
    String before = stops.size() > 1 ? "; hung " + times(stops.size()) + " in all" : "";
    return new NicVerdict(
        Kind.HUNG,
        nic,
        since(open) + ": " + open.what() + reports + until(open) + before,
        Optional.of(open.first()),
        Optional.empty(),
        open.boot(),
        stops.size());
  }

  private static String since(Stop open) {
    return Moments.of(open.first()).map(time -> " since " + time).orElse("");
  }

  private static String until(Stop open) {
    return switch (open.outcome()) {
      case ENDED_BY_SHUTDOWN -> ", until the shutdown";
      case CONTINUING -> ", to the log's end";
      default -> "";
    };
  }

  private static NicVerdict verdict(Kind kind, LoggedNic nic, List<Stop> stops, String what) {
    return new NicVerdict(
        kind,
        nic,
        what,
        Optional.of(stops.getFirst().first()),
        Optional.of(stops.getLast().last()),
        stops.getLast().boot(),
        stops.size());
  }

  /// `3 times between A and B, each reset by the driver`.
  private static String over(List<Stop> stops) {
    Stop first = stops.getFirst();
    Stop last = stops.getLast();
    if (stops.size() == 1) {
      return "once"
          + Moments.of(first.first()).map(time -> " at " + time).orElse("")
          + ": "
          + first.what()
          + ", "
          + end(first.outcome());
    }
    // Logs list hangs as they end, and pieces of one may be put together in any order.
    LogStamp begin = edge(stops.stream().map(Stop::first).toList(), false);
    LogStamp end = edge(stops.stream().map(Stop::last).toList(), true);
    String span =
        Moments.of(begin).isPresent() && Moments.of(end).isPresent()
            ? " between " + Moments.when(begin) + " and " + Moments.when(end)
            : "";
    boolean alike = stops.stream().allMatch(stop -> stop.outcome() == first.outcome());
    return times(stops.size())
        + span
        + ", "
        + (alike ? "each " + end(first.outcome()) : "the last " + end(last.outcome()));
  }

  /// The earliest or the latest of moments, as far as they share a clock.
  private static LogStamp edge(List<LogStamp> moments, boolean latest) {
    LogStamp edge = moments.getFirst();
    for (LogStamp each : moments) {
      Optional<Duration> calendar = Gap.byCalendar(edge, each);
      Optional<Duration> gap = calendar.isPresent() ? calendar : Gap.between(edge, each);
      if (gap.filter(it -> latest ? it.isPositive() : it.isNegative()).isPresent()) {
        edge = each;
      }
    }
    return edge;
  }

  private static String times(int number) {
    return number == 1 ? "once" : Words.count(number) + " times";
  }

  private static String end(Outcome outcome) {
    return switch (outcome) {
      case RESET_BY_DRIVER -> "reset by the driver";
      case FREED_BY_LINK_CHANGE -> "freed by a link change";
      case FALSE_POSITIVE -> "a false alarm right after link-up";
      case FENCED_BY_WATCHDOG -> "ended by the machine's watchdog";
      case ENDED_BY_POWER_LOSS -> "until the boot ended without a shutdown";
      case ENDED_BY_SHUTDOWN -> "until the shutdown";
      case CONTINUING, UNKNOWN -> "in an earlier boot";
    };
  }
}

package dev.unhang.model.log;

import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Trouble;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// All that one kernel log says about NICs.
///
/// @param dialect layers peeled off the lines, outermost first; empty where none was recognised
/// @param bytes length of what was read
/// @param faults what else went wrong with NICs, in the order it was first reported
/// @param notices what else was said of NICs and of the host, boot by boot
/// @param standstills when transmit queues stood still without a hang report
public record LogFacts(
    Origin origin,
    List<String> dialect,
    long bytes,
    List<LogCoverage> covers,
    List<Trouble> troubles,
    List<Episode> episodes,
    List<FaultLines> faults,
    List<NoticeLines> notices,
    List<Standstill> standstills,
    Counts counts) {
  public LogFacts {
    dialect = List.copyOf(dialect);
    covers = List.copyOf(covers);
    troubles = List.copyOf(troubles);
    episodes = List.copyOf(episodes);
    faults = List.copyOf(faults);
    notices = List.copyOf(notices);
    standstills = List.copyOf(standstills);
  }

  /// The same with one trouble more.
  public LogFacts with(Trouble trouble) {
    List<Trouble> more = new ArrayList<>(troubles);
    more.add(trouble);
    return new LogFacts(
        origin, dialect, bytes, covers, more, episodes, faults, notices, standstills, counts);
  }

  /// The same without some episodes. Where there were such, the rest of the log counts elsewhere
  /// too: its counts and its boots' tables fall away.
  public LogFacts without(Predicate<Episode> which) {
    List<Episode> rest = episodes.stream().filter(which.negate()).toList();
    return rest.size() == episodes.size()
        ? this
        : new LogFacts(
            origin,
            dialect,
            bytes,
            List.of(),
            troubles,
            rest,
            List.of(),
            List.of(),
            List.of(),
            Counts.NONE);
  }

  /// Occurrences in the text: a doubled log counts double.
  ///
  /// @param resets lines with "Reset adapter"
  /// @param watchdogTimeouts lines with "NETDEV WATCHDOG"
  public record Counts(long resets, long watchdogTimeouts, long linkUp, long linkDown) {
    public static final Counts NONE = new Counts(0, 0, 0, 0);

    /// The sum, for a host with several logs.
    public Counts plus(Counts other) {
      return new Counts(
          resets + other.resets,
          watchdogTimeouts + other.watchdogTimeouts,
          linkUp + other.linkUp,
          linkDown + other.linkDown);
    }
  }
}

package dev.unhang.findings.verdict;

import dev.unhang.findings.nic.NicCase;
import dev.unhang.findings.words.StuckWords;
import dev.unhang.findings.words.Words;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.id.BootId;
import dev.unhang.model.id.Uptime;
import dev.unhang.model.log.BootEnd;
import dev.unhang.model.log.Episode;
import dev.unhang.model.log.Episode.Outcome;
import dev.unhang.model.log.Gap;
import dev.unhang.model.log.LogFacts;
import dev.unhang.model.log.LogStamp;
import dev.unhang.model.log.Notice;
import dev.unhang.model.log.NoticeLines;
import dev.unhang.model.log.Standstill;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// One time that a NIC's transmit side stopped, whoever reported it: its driver as a hang of the
/// unit, or the core's watchdog and the driver's words of a timeout.
///
/// @param what stood still, and for how long, in words
/// @param lines how many reports or lines tell it
/// @param isOver whether something shows that it came back
record Stop(
    Optional<BootId> boot,
    LogStamp first,
    LogStamp last,
    Outcome outcome,
    String what,
    long lines,
    boolean isOver) {
  /// Those of a NIC, in the order of its logs; one that two logs tell counts once.
  static List<Stop> of(NicCase nic) {
    IdentityHashMap<LogFacts, List<Stop>> byLog = new IdentityHashMap<>();
    for (Episode hang : nic.hangs()) {
      nic.logOf(hang).ifPresent(log -> in(byLog, log).add(of(nic, log, hang)));
    }
    for (Standstill standstill : nic.standstills()) {
      nic.logOf(standstill).ifPresent(log -> in(byLog, log).add(of(nic, log, standstill)));
    }
    List<Stop> stops = new ArrayList<>();
    Set<Span> told = new HashSet<>();
    for (Reading<LogFacts> reading : nic.host().logs()) {
      reading.known().map(log -> byLog.getOrDefault(log, List.of())).stream()
          .flatMap(List::stream)
          .filter(stop -> stop.first.uptime().isEmpty() || told.add(stop.span()))
          .forEach(stops::add);
    }
    return stops;
  }

  private static List<Stop> in(IdentityHashMap<LogFacts, List<Stop>> byLog, LogFacts log) {
    return byLog.computeIfAbsent(log, each -> new ArrayList<>());
  }

  private static Stop of(NicCase nic, LogFacts log, Episode episode) {
    boolean earlier =
        nic.coverOf(episode).filter(cover -> !cover.equals(log.covers().getLast())).isPresent();
    return new Stop(
        episode.boot(),
        episode.first(),
        episode.last(),
        episode.outcome(),
        StuckWords.of(episode),
        episode.dumps(),
        isOver(nic, log, episode.outcome(), episode.boot())
            || earlier
            || startedSince(nic, log, episode.last()));
  }

  private static Stop of(NicCase nic, LogFacts log, Standstill standstill) {
    String queue =
        standstill.queues().size() == 1
            ? "transmit queue " + standstill.queues().getFirst()
            : "its transmit queues";
    return new Stop(
        standstill.boot(),
        standstill.first(),
        standstill.last(),
        standstill.outcome(),
        queue
            + " stood still"
            + standstill.lasted().map(span -> " for at least " + seconds(span)).orElse(""),
        standstill.lines(),
        isOver(nic, log, standstill.outcome(), standstill.boot())
            || startedSince(nic, log, standstill.last()));
  }

  /// Whole seconds up to ten minutes: `335 s` is what a log says too.
  private static String seconds(java.time.Duration span) {
    return span.toMinutes() < 10 ? Words.count(span.toSeconds()) + " s" : Words.time(span);
  }

  private static boolean isOver(NicCase nic, LogFacts log, Outcome outcome, Optional<BootId> boot) {
    return switch (outcome) {
      case RESET_BY_DRIVER, FREED_BY_LINK_CHANGE, FALSE_POSITIVE -> true;
      // Another boot followed, or it would not be known that this one ended so.
      case ENDED_BY_POWER_LOSS, FENCED_BY_WATCHDOG -> true;
      case ENDED_BY_SHUTDOWN, CONTINUING, UNKNOWN ->
          isOfEarlierBoot(nic, log, boot)
              || outcome == Outcome.ENDED_BY_SHUTDOWN && anotherBootFollows(log);
    };
  }

  /// Whether anything that was logged later, by the calendar, is of another start of the machine:
  /// pieces of a log may be put together in any order.
  private static boolean startedSince(NicCase nic, LogFacts log, LogStamp last) {
    Stream<LogStamp> spans =
        log.covers().stream().flatMap(cover -> Stream.of(cover.from(), cover.to()));
    Stream<LogStamp> said =
        nic
            .notices(Notice.ADAPTER_RESET, Notice.RESET_DONE, Notice.LINK_UP, Notice.WATCHDOG_FIRED)
            .stream()
            .map(NoticeLines::last);
    return Stream.concat(spans, said).anyMatch(later -> Gap.spansReboot(last, later));
  }

  private static boolean anotherBootFollows(LogFacts log) {
    return log.covers().size() > 1 && log.covers().getLast().end() == BootEnd.LOG_ENDS;
  }

  private static boolean isOfEarlierBoot(NicCase nic, LogFacts log, Optional<BootId> boot) {
    Optional<BootId> latest =
        nic.host()
            .boot()
            .or(() -> log.covers().isEmpty() ? Optional.empty() : log.covers().getLast().boot());
    return boot.isPresent() && latest.isPresent() && !boot.equals(latest);
  }

  /// What two logs that tell the same one agree in.
  private record Span(Optional<BootId> boot, Optional<Uptime> first, Optional<Uptime> last) {}

  private Span span() {
    return new Span(boot, first.uptime(), last.uptime());
  }
}

package dev.unhang.hosts.kernellog;

import dev.unhang.model.evidence.Reading;
import dev.unhang.model.log.Episode;
import dev.unhang.model.log.FaultLines;
import dev.unhang.model.log.HangDump.Field;
import dev.unhang.model.log.LogFacts;
import dev.unhang.model.log.LogStamp;
import dev.unhang.model.log.NoticeLines;
import dev.unhang.model.log.SameNic;
import dev.unhang.model.log.Standstill;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Several logs of one host hold the same records: what the journal has, a syslog daemon and the
/// kernel's ring have too. Each thing counts once, in the log that tells most of it.
public final class DuplicateEpisodes {
  private final Copies<Episode> episodes =
      new Copies<>(DuplicateEpisodes::keys, Episode::isSameAs, fullerEpisode());
  private final Copies<Standstill> standstills =
      new Copies<>(
          each -> moments(each.first(), each.last()),
          DuplicateEpisodes::isSame,
          Comparator.comparingLong(Standstill::lines));
  private final Copies<FaultLines> faults =
      new Copies<>(
          each -> moments(each.first(), each.last()),
          DuplicateEpisodes::isSame,
          Comparator.comparingLong(FaultLines::lines));
  private final Copies<NoticeLines> notices =
      new Copies<>(
          each -> moments(each.first(), each.last()),
          DuplicateEpisodes::isSame,
          Comparator.comparingLong(NoticeLines::lines));

  private DuplicateEpisodes() {}

  /// The logs in the same order, each without what another one tells better.
  public static List<Reading<LogFacts>> once(List<Reading<LogFacts>> logs) {
    if (logs.size() < 2) {
      return logs;
    }
    DuplicateEpisodes seen = new DuplicateEpisodes();
    for (int i = 0; i < logs.size(); i++) {
      int log = i;
      logs.get(i).known().ifPresent(facts -> seen.learn(log, facts));
    }
    List<Reading<LogFacts>> once = new ArrayList<>();
    for (Reading<LogFacts> log : logs) {
      once.add(log.map(seen::rest));
    }
    return once;
  }

  private void learn(int log, LogFacts facts) {
    episodes.add(log, facts.episodes());
    standstills.add(log, facts.standstills());
    faults.add(log, facts.faults());
    notices.add(log, facts.notices());
  }

  private LogFacts rest(LogFacts facts) {
    return facts.keeping(episodes::counts, faults::counts, notices::counts, standstills::counts);
  }

  /// The one with more reports; then one that shows how it ended, whose boot has an id, that has
  /// the calendar's time.
  private static Comparator<Episode> fullerEpisode() {
    return Comparator.comparingLong(Episode::dumps)
        .thenComparing(each -> each.outcomePlace().isPresent())
        .thenComparing(each -> each.boot().isPresent())
        .thenComparing(each -> each.first().wall().isPresent())
        .thenComparing(each -> each.nic().isNamed());
  }

  private static List<Object> keys(Episode episode) {
    List<Object> keys = moments(episode.first(), episode.last());
    Optional<String> queued = episode.dump().text(Field.TIME_STAMP);
    queued.ifPresent(keys::add);
    return keys;
  }

  /// Two stamps of the same moment have one of these in common.
  private static List<Object> moments(LogStamp first, LogStamp last) {
    List<Object> keys = new ArrayList<>();
    for (LogStamp stamp : List.of(first, last)) {
      stamp.uptime().ifPresent(keys::add);
      stamp
          .wall()
          .ifPresent(wall -> {
            for (long second = -2; second <= 2; second++) {
              keys.add(wall.getEpochSecond() + second);
            }
          });
      if (!stamp.text().isEmpty()) {
        keys.add(stamp.text());
      }
    }
    return keys;
  }

  private static boolean isSame(Standstill one, Standstill other) {
    return SameNic.is(one.nic(), other.nic())
        && isAtOnce(one.first(), one.last(), other.first(), other.last());
  }

  private static boolean isSame(FaultLines one, FaultLines other) {
    return one.fault() == other.fault()
        && SameNic.is(one.nic(), other.nic())
        && isAtOnce(one.first(), one.last(), other.first(), other.last());
  }

  private static boolean isSame(NoticeLines one, NoticeLines other) {
    return one.notice() == other.notice()
        && one.mode().equals(other.mode())
        && SameNic.is(one.nic(), other.nic())
        && isAtOnce(one.first(), one.last(), other.first(), other.last());
  }

  /// A copy may begin later, as the kernel's ring does, or end earlier, as a rotated file does.
  private static boolean isAtOnce(
      LogStamp first, LogStamp last, LogStamp otherFirst, LogStamp otherLast) {
    return first.isSameMoment(otherFirst) || last.isSameMoment(otherLast);
  }
}

package dev.unhang.findings.nic;

import dev.unhang.model.evidence.Reading;
import dev.unhang.model.facts.HostFacts;
import dev.unhang.model.log.Episode;
import dev.unhang.model.log.FaultLines;
import dev.unhang.model.log.LogCoverage;
import dev.unhang.model.log.LogFacts;
import dev.unhang.model.log.LoggedNic;
import dev.unhang.model.log.Notice;
import dev.unhang.model.log.NoticeLines;
import dev.unhang.model.log.Standstill;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a host's logs say, laid out by NIC once, so that no rule has to look through all of it: a
/// log may name ten thousand NICs.
public final class LoggedOfHost {
  /// Where an episode or a standstill stands.
  private record At(LogFacts log, int number) {}

  private final ByNic<Episode> episodes;
  private final ByNic<FaultLines> faults;
  private final ByNic<NoticeLines> notices;
  private final ByNic<Standstill> standstills;
  private final Map<Notice, List<NoticeLines>> byNotice = new EnumMap<>(Notice.class);
  private final IdentityHashMap<Object, At> places = new IdentityHashMap<>();

  private LoggedOfHost(List<LogFacts> logs) {
    List<Episode> allEpisodes = new ArrayList<>();
    List<FaultLines> allFaults = new ArrayList<>();
    List<NoticeLines> allNotices = new ArrayList<>();
    List<Standstill> allStandstills = new ArrayList<>();
    for (LogFacts log : logs) {
      allEpisodes.addAll(log.episodes());
      allFaults.addAll(log.faults());
      allNotices.addAll(log.notices());
      allStandstills.addAll(log.standstills());
      place(log, log.episodes());
      place(log, log.standstills());
    }
    for (NoticeLines lines : allNotices) {
      byNotice.computeIfAbsent(lines.notice(), each -> new ArrayList<>()).add(lines);
    }
    episodes = new ByNic<>(allEpisodes, Episode::nic);
    faults = new ByNic<>(allFaults, FaultLines::nic);
    notices = new ByNic<>(allNotices, NoticeLines::nic);
    standstills = new ByNic<>(allStandstills, Standstill::nic);
  }

  /// Of a host.
  public static LoggedOfHost of(HostFacts host) {
    return new LoggedOfHost(
        host.logs().stream().map(Reading::known).flatMap(Optional::stream).toList());
  }

  private void place(LogFacts log, List<?> things) {
    for (int i = 0; i < things.size(); i++) {
      places.put(things.get(i), new At(log, i));
    }
  }

  /// Hang reports of a NIC, as far as each names it.
  public List<Episode> episodes(LoggedNic nic) {
    return episodes.of(nic);
  }

  List<FaultLines> faults(LoggedNic nic) {
    return faults.of(nic);
  }

  List<NoticeLines> notices(LoggedNic nic) {
    return notices.of(nic);
  }

  List<Standstill> standstills(LoggedNic nic) {
    return standstills.of(nic);
  }

  /// What the logs say of the host as a whole, or of any of its NICs.
  List<NoticeLines> notices(Notice notice) {
    return byNotice.getOrDefault(notice, List.of());
  }

  /// The log that an episode or a standstill of this host was read from.
  Optional<LogFacts> logOf(Object thing) {
    return Optional.ofNullable(places.get(thing)).map(At::log);
  }

  /// The boot of its log that an episode is of.
  Optional<LogCoverage> coverOf(Episode episode) {
    At at = places.get(episode);
    return at == null
        ? Optional.empty()
        : at.log().covers().stream()
            .filter(cover ->
                at.number() >= cover.before() && at.number() < cover.before() + cover.episodes())
            .findFirst();
  }
}

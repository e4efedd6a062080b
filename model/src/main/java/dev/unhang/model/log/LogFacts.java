package dev.unhang.model.log;

import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Trouble;
import dev.unhang.model.id.PciAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// All that one kernel log says about NICs.
///
/// @param dialect layers peeled off the lines, outermost first; empty where none was recognised
/// @param bytes length of what was read
/// @param faults what else went wrong with NICs, in the order it was first reported
/// @param strays faults of devices that their lines name by the address alone, and no network
///   driver's line names at all: whether they are NICs, the log doesn't tell
/// @param notices what else was said of NICs and of the host, boot by boot
/// @param standstills when transmit queues stood still without a hang report
/// @param machine what it tells of the machine it is of
/// @param chips what it tells of the chips of network controllers, a line an address
public record LogFacts(
    Origin origin,
    List<String> dialect,
    long bytes,
    List<LogCoverage> covers,
    List<Trouble> troubles,
    List<Episode> episodes,
    List<FaultLines> faults,
    List<FaultLines> strays,
    List<NoticeLines> notices,
    List<Standstill> standstills,
    LoggedMachine machine,
    List<LoggedChip> chips,
    Counts counts) {
  public LogFacts {
    dialect = List.copyOf(dialect);
    covers = List.copyOf(covers);
    troubles = List.copyOf(troubles);
    episodes = List.copyOf(episodes);
    faults = List.copyOf(faults);
    strays = List.copyOf(strays);
    notices = List.copyOf(notices);
    standstills = List.copyOf(standstills);
    chips = List.copyOf(chips);
  }

  /// Why it was not read to its end; empty where it was.
  public Optional<Trouble> endOfReading() {
    return troubles.stream().filter(Trouble::restUnread).findFirst();
  }

  /// The same with one trouble more.
  public LogFacts with(Trouble trouble) {
    List<Trouble> more = new ArrayList<>(troubles);
    more.add(trouble);
    return new LogFacts(
        origin,
        dialect,
        bytes,
        covers,
        more,
        episodes,
        faults,
        strays,
        notices,
        standstills,
        machine,
        chips,
        counts);
  }

  /// The same where the host tells which addresses are NICs'.
  ///
  /// @param nics each by its address
  public LogFacts knowing(Map<PciAddress, LoggedNic> nics) {
    List<FaultLines> left = new ArrayList<>();
    List<FaultLines> more = new ArrayList<>(faults);
    for (FaultLines lines : strays) {
      Optional<LoggedNic> nic =
          lines.nic().pci().flatMap(address -> Optional.ofNullable(nics.get(address)));
      nic.map(lines::named).ifPresentOrElse(more::add, () -> left.add(lines));
    }
    return more.size() == faults.size()
        ? this
        : new LogFacts(
            origin,
            dialect,
            bytes,
            covers,
            troubles,
            episodes,
            more,
            left,
            notices,
            standstills,
            machine,
            chips,
            counts);
  }

  /// The same with only some of what it tells: the rest counts elsewhere, and with it what was
  /// counted in the text. What the log has seen it has seen, so its coverage stays.
  public LogFacts keeping(
      Predicate<Episode> ofEpisodes,
      Predicate<FaultLines> ofFaults,
      Predicate<NoticeLines> ofNotices,
      Predicate<Standstill> ofStandstills) {
    List<FaultLines> someFaults = faults.stream().filter(ofFaults).toList();
    List<NoticeLines> someNotices = notices.stream().filter(ofNotices).toList();
    List<Standstill> someStandstills = standstills.stream().filter(ofStandstills).toList();
    List<LogCoverage> spans = new ArrayList<>();
    List<Episode> some = new ArrayList<>();
    for (LogCoverage span : covers) {
      List<Episode> left = span.of(episodes).stream().filter(ofEpisodes).toList();
      spans.add(span.with(some.size(), left.size()));
      some.addAll(left);
    }
    if (covers.isEmpty()) {
      episodes.stream().filter(ofEpisodes).forEach(some::add);
    }
    boolean all =
        some.size() == episodes.size()
            && someFaults.size() == faults.size()
            && someNotices.size() == notices.size()
            && someStandstills.size() == standstills.size();
    return all
        ? this
        : new LogFacts(
            origin,
            dialect,
            bytes,
            spans,
            troubles,
            some,
            someFaults,
            strays,
            someNotices,
            someStandstills,
            machine,
            chips,
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

package dev.unhang.watch.machine;

import dev.unhang.model.log.HangDump;
import dev.unhang.watch.sense.TxSample;
import dev.unhang.watch.sense.WatchedNic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the watch knows of one NIC.
///
/// @param sample the last one
/// @param stalled since when its counters stand still while work waits
/// @param look the look that goes on
/// @param lookedAt when the last look was ordered
/// @param suspicion why it was looked at, while that is not cleared up
/// @param noticed when that began
/// @param report the registers of its last hang report
/// @param recoveries when recoveries were begun within the last hour, oldest first
/// @param episode the last one; it may be over
record NicState(
    WatchedNic nic,
    Optional<TxSample> sample,
    Optional<Moment> stalled,
    Optional<Integer> look,
    Optional<Duration> lookedAt,
    Optional<Cause> suspicion,
    Optional<Moment> noticed,
    Optional<HangDump> report,
    List<Duration> recoveries,
    Optional<Episode> episode) {
  NicState {
    recoveries = List.copyOf(recoveries);
  }

  static NicState of(WatchedNic nic) {
    return new NicState(
        nic,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  NicState named(WatchedNic now) {
    return new NicState(
        now, sample, stalled, look, lookedAt, suspicion, noticed, report, recoveries, episode);
  }

  NicState sampled(Optional<TxSample> next, Optional<Moment> since) {
    return new NicState(
        nic, next, since, look, lookedAt, suspicion, noticed, report, recoveries, episode);
  }

  /// It is to be looked at; what drew attention first is kept.
  NicState suspected(Cause why, Moment since) {
    return new NicState(
        nic,
        sample,
        stalled,
        look,
        lookedAt,
        suspicion.or(() -> Optional.of(why)),
        noticed.or(() -> Optional.of(since)),
        report,
        recoveries,
        episode);
  }

  /// It is looked at.
  NicState looking(int order, Moment at) {
    return new NicState(
        nic,
        sample,
        stalled,
        Optional.of(order),
        Optional.of(at.monotonic()),
        suspicion,
        noticed,
        report,
        recoveries,
        episode);
  }

  /// The look is over.
  NicState looked() {
    return new NicState(
        nic,
        sample,
        stalled,
        Optional.empty(),
        lookedAt,
        Optional.empty(),
        Optional.empty(),
        report,
        recoveries,
        episode);
  }

  NicState reported(Optional<HangDump> dump) {
    return new NicState(
        nic,
        sample,
        stalled,
        look,
        lookedAt,
        suspicion,
        noticed,
        dump.or(() -> report),
        recoveries,
        episode);
  }

  NicState with(Episode next) {
    return new NicState(
        nic,
        sample,
        stalled,
        look,
        lookedAt,
        suspicion,
        noticed,
        report,
        recoveries,
        Optional.of(next));
  }

  NicState recoveries(List<Duration> begun) {
    return new NicState(
        nic, sample, stalled, look, lookedAt, suspicion, noticed, report, begun, episode);
  }

  /// One more recovery is begun.
  NicState recovering(Duration at) {
    List<Duration> all = new ArrayList<>(recoveries);
    all.add(at);
    return recoveries(all);
  }

  /// The episode that is not over.
  Optional<Episode> open() {
    return episode.filter(each -> !each.phase().isOver());
  }
}

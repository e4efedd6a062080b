package dev.unhang.findings.nic;

import dev.unhang.model.evidence.Reading;
import dev.unhang.model.facts.NicFacts;
import dev.unhang.model.finding.Citation;
import dev.unhang.model.net.Counter;
import dev.unhang.model.net.Link;
import dev.unhang.model.net.NicCounts;
import dev.unhang.model.net.NicLook;
import dev.unhang.model.net.TxQueue;
import dev.unhang.model.net.TxRegisters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A NIC that was looked at twice while it held something to send: what moved in between.
///
/// Kernel: lib/dynamic_queue_limits.c, dql_completed(); drivers/net/ethernet/intel/e1000e/netdev.c,
/// e1000e_get_stats64() reads the NIC's own counters (v6.1)
///
/// @param before the first look
/// @param after the second
public record TwoLooks(NicLook before, NicLook after) {
  /// Both looks; empty where there were no two.
  public static Optional<TwoLooks> of(NicCase nic) {
    return nic.now()
        .flatMap(now -> now.again().known().map(again -> new TwoLooks(first(now), again)))
        .filter(both -> both.before.counts().hasWork());
  }

  private static NicLook first(NicFacts nic) {
    return new NicLook(nic.seen().link(), nic.seen().counts());
  }

  /// How many packets were sent in between; empty where either count was not read.
  public Optional<Long> sent() {
    return difference("tx_packets");
  }

  /// How many packets were received in between.
  public Optional<Long> received() {
    return difference("rx_packets");
  }

  private Optional<Long> difference(String name) {
    return counter(before.link(), name)
        .flatMap(first -> counter(after.link(), name).map(second -> second - first));
  }

  private static Optional<Long> counter(Reading<Link> link, String name) {
    return link.known()
        .flatMap(known ->
            known.counters().stream()
                .filter(counter -> counter.name().equals(name))
                .map(Counter::value)
                .findFirst());
  }

  /// Whether it sent something in between, or fetched what waited.
  public boolean moved() {
    return sent().orElse(0L) > 0 || headMoved();
  }

  private boolean headMoved() {
    List<TxRegisters.Ring> first = rings(before.counts());
    List<TxRegisters.Ring> second = rings(after.counts());
    for (int queue = 0; queue < Math.min(first.size(), second.size()); queue++) {
      if (first.get(queue).head() != second.get(queue).head()) {
        return true;
      }
    }
    return false;
  }

  /// Whether something waited at both looks, and nothing was sent in between.
  public boolean standsStill() {
    return !standing().isEmpty() && sent().orElse(0L) == 0;
  }

  /// How much one of the driver's own counters grew in between.
  Optional<Long> grown(String name) {
    return statistic(before.counts(), name)
        .flatMap(first -> statistic(after.counts(), name).map(second -> second - first));
  }

  private static Optional<Long> statistic(NicCounts counts, String name) {
    return counts.statistics().known().orElse(List.of()).stream()
        .filter(counter -> counter.name().equals(name))
        .map(Counter::value)
        .findFirst();
  }

  /// What waits to be sent and did not move, a citation a queue or ring. A queue without byte queue
  /// limits tells nothing.
  public List<Citation> standing() {
    List<Citation> standing = new ArrayList<>();
    for (TxQueue first : queues(before.counts())) {
      for (TxQueue second : queues(after.counts())) {
        long bytes = first.inFlightBytes().orElse(0L);
        if (first.number() == second.number()
            && bytes > 0
            && second.inFlightBytes().orElse(0L) >= bytes) {
          standing.add(
              Cite.reading(
                  before.counts().txQueues(),
                  "tx-" + first.number() + " inflight " + bytes,
                  "so many bytes were given to it and not reported sent, then or later"));
        }
      }
    }
    standing.addAll(rings());
    return standing;
  }

  private List<Citation> rings() {
    List<Citation> standing = new ArrayList<>();
    Reading<TxRegisters> registers = before.counts().registers();
    List<TxRegisters.Ring> first = rings(before.counts());
    List<TxRegisters.Ring> second = rings(after.counts());
    for (int queue = 0; queue < Math.min(first.size(), second.size()); queue++) {
      TxRegisters.Ring ring = first.get(queue);
      if (ring.unfetched() > 0 && second.get(queue).head() == ring.head()) {
        standing.add(
            Cite.reading(
                registers,
                "TDH "
                    + Integer.toHexString(ring.head())
                    + " TDT "
                    + Integer.toHexString(ring.tail()),
                ring.unfetched() + " descriptors wait to be processed, at both looks"));
      }
    }
    return standing;
  }

  private static List<TxQueue> queues(NicCounts counts) {
    return counts.txQueues().known().orElse(List.of());
  }

  private static List<TxRegisters.Ring> rings(NicCounts counts) {
    return counts.registers().known().map(TxRegisters::rings).orElse(List.of());
  }

  /// How the NIC's first look at its registers ended, to cite it.
  Reading<TxRegisters> registers() {
    return before.counts().registers();
  }

  /// Whether a partner's pause frame kept it from sending, by its registers at both looks.
  boolean isPaused() {
    return registers(before.counts()).isPaused() && registers(after.counts()).isPaused();
  }

  private static TxRegisters registers(NicCounts counts) {
    return counts.registers().known().orElse(new TxRegisters(0, 0, List.of()));
  }
}

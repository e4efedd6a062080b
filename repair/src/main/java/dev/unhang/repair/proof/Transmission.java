package dev.unhang.repair.proof;

import dev.unhang.model.nic.Counter;
import dev.unhang.model.nic.SurveyedNic;
import dev.unhang.model.nic.TxQueue;
import dev.unhang.model.nic.TxRegisters;
import java.util.List;
import java.util.Optional;

/// What a NIC has sent up to a moment, and what waits to be sent.
///
/// @param sent packets, by the kernel's counter; on an e1000e it is the NIC's own
/// @param rings heads and tails, where the driver's registers are known
/// @param inFlightBytes given to the driver and not reported sent; empty where that was not read
public record Transmission(
    Optional<Long> sent, List<TxRegisters.Ring> rings, Optional<Long> inFlightBytes) {
  private static final String SENT = "tx_packets";

  public Transmission {
    rings = List.copyOf(rings);
  }

  /// As a survey found it.
  public static Transmission of(SurveyedNic nic) {
    Optional<Long> sent =
        nic.link()
            .known()
            .flatMap(link ->
                link.counters().stream()
                    .filter(counter -> counter.name().equals(SENT))
                    .map(Counter::value)
                    .findFirst());
    List<TxQueue> queues = nic.counts().txQueues().known().orElse(List.of());
    Optional<Long> inFlight =
        queues.stream().flatMap(queue -> queue.inFlightBytes().stream()).reduce(Long::sum);
    return new Transmission(
        sent, nic.counts().registers().known().map(TxRegisters::rings).orElse(List.of()), inFlight);
  }

  /// How a NIC sends between two looks.
  public enum Verdict {
    /// It has sent, or fetched what waited.
    SENDS,
    /// Something waits, and nothing of it was sent.
    STUCK,
    /// Nothing waits, and nothing was sent: that says nothing.
    IDLE
  }

  /// @param later another look, long enough after this one that a NIC that sends has moved
  public Verdict until(Transmission later) {
    if (sent.isPresent() && later.sent.isPresent() && !sent.equals(later.sent)) {
      return Verdict.SENDS;
    }
    for (int i = 0; i < Math.min(rings.size(), later.rings.size()); i++) {
      if (rings.get(i).head() != later.rings.get(i).head()) {
        return Verdict.SENDS;
      }
      if (rings.get(i).unfetched() > 0 && later.rings.get(i).unfetched() > 0) {
        return Verdict.STUCK;
      }
    }
    boolean waits = waits() && later.waits();
    return waits ? Verdict.STUCK : Verdict.IDLE;
  }

  private boolean waits() {
    return inFlightBytes.filter(bytes -> bytes > 0).isPresent();
  }
}

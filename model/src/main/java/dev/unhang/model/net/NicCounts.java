package dev.unhang.model.net;

import dev.unhang.model.evidence.Reading;
import java.util.List;

/// What a NIC does and has counted, besides what the stack counts of every link.
///
/// @param statistics the driver's own counters, by its names and in its order
/// @param registers only root may read them; known for some drivers only
public record NicCounts(
    Reading<List<TxQueue>> txQueues,
    Reading<List<Counter>> statistics,
    Reading<TxRegisters> registers) {
  /// Whether the driver, or the NIC itself, holds something that is to be sent.
  public boolean hasWork() {
    boolean inFlight =
        txQueues.known().orElse(List.of()).stream()
            .anyMatch(queue -> queue.inFlightBytes().orElse(0L) > 0);
    return inFlight || registers.known().filter(TxRegisters::hasWork).isPresent();
  }
}

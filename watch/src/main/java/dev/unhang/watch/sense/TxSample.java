package dev.unhang.watch.sense;

import java.util.List;

/// What one NIC had sent at one moment, and what waited to be sent.
///
/// @param sent its counter of bytes sent
/// @param inFlight bytes given to the driver and not yet reported sent, of all queues; 0 where the
///   driver has no byte queue limits
/// @param rings head and tail of each ring; empty where they were not read
public record TxSample(long sent, long inFlight, List<Ring> rings) {
  public TxSample {
    rings = List.copyOf(rings);
  }

  /// One ring of descriptors.
  ///
  /// @param head what the NIC processes next
  /// @param waiting handed over and not processed
  public record Ring(int head, int waiting) {}

  /// Whether work waited at both moments, and nothing of it was sent in between.
  public boolean stoodStillSince(TxSample before) {
    return sent == before.sent && (bytesWait(before) || descriptorsWait(before));
  }

  private boolean bytesWait(TxSample before) {
    return before.inFlight > 0 && inFlight >= before.inFlight;
  }

  private boolean descriptorsWait(TxSample before) {
    if (rings.size() != before.rings.size()) {
      return false;
    }
    boolean waits = false;
    for (int queue = 0; queue < rings.size(); queue++) {
      Ring now = rings.get(queue);
      Ring then = before.rings.get(queue);
      if (now.head() != then.head()) {
        return false;
      }
      waits |= now.waiting() > 0 && then.waiting() > 0;
    }
    return waits;
  }
}

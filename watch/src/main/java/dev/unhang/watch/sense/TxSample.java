package dev.unhang.watch.sense;

import java.util.List;

/// What one NIC had carried at one moment, and what waited to be sent.
///
/// @param rings head and tail of each ring; empty where they were not read
public record TxSample(Traffic traffic, List<Ring> rings) {
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
    return traffic.sent() == before.traffic.sent()
        && (bytesWait(before) || descriptorsWait(before));
  }

  private boolean bytesWait(TxSample before) {
    return before.traffic.inFlight() > 0 && traffic.inFlight() >= before.traffic.inFlight();
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

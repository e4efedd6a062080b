package dev.unhang.model.net;

import java.util.List;

/// What a NIC's transmit unit says of itself.
///
/// @param status STATUS: link, speed, whether transmitting is paused
/// @param control TCTL: whether the transmit unit is on
/// @param rings in the order of their queues
public record TxRegisters(int status, int control, List<Ring> rings) {
  private static final int ENABLED = 1 << 1;
  private static final int LINK_UP = 1 << 1;
  private static final int PAUSED = 1 << 4;

  public TxRegisters {
    rings = List.copyOf(rings);
  }

  /// Whether the transmit unit is on, TCTL.EN.
  public boolean isEnabled() {
    return (control & ENABLED) != 0;
  }

  /// Whether the MAC has a link, STATUS.LU.
  public boolean hasLink() {
    return (status & LINK_UP) != 0;
  }

  /// Whether a partner's pause frame keeps it from sending, STATUS.TXOFF.
  ///
  /// Kernel: drivers/net/ethernet/intel/e1000e/defines.h, E1000_STATUS_TXOFF (v6.1)
  public boolean isPaused() {
    return (status & PAUSED) != 0;
  }

  /// Whether descriptors wait that it has not fetched.
  public boolean hasWork() {
    return rings.stream().anyMatch(ring -> ring.unfetched() > 0);
  }

  /// A ring of descriptors.
  ///
  /// @param head TDH: the descriptor the NIC fetches next
  /// @param tail TDT: the one behind the last that the driver handed over
  /// @param descriptors how many the ring has, from TDLEN; 0 where it is not set up
  public record Ring(int head, int tail, int descriptors) {
    /// Handed over and not fetched: a NIC that sends brings it to 0 within a millisecond.
    public int unfetched() {
      return descriptors == 0 ? 0 : Math.floorMod(tail - head, descriptors);
    }
  }
}

package dev.unhang.findings.nic;

import java.util.Optional;

/// What the word MAC Status says of the use of the bus.
///
/// Kernel: drivers/net/ethernet/intel/e1000e/defines.h, E1000_STATUS_GIO_MASTER_ENABLE (v6.1)
final class BusUse {
  private static final long BUS_MASTER = 0x80000;

  /// ASDV, the speed that was sensed, of chips on PCIe.
  private static final long SENSED = 0x300;

  /// QEMU's 82574 sets one bit of the sensed speed and never the bus master's: `283` while all is
  /// well. Its source: hw/net/e1000e_core.c, e1000e_mac_reg_init[STATUS] (7.2).
  private static final long SENSED_BY_QEMU = 0x200;

  private BusUse() {}

  /// Whether it may use the bus; empty where the word can't tell.
  static Optional<Boolean> of(long macStatus) {
    boolean may = (macStatus & BUS_MASTER) != 0;
    boolean cantTell = macStatus == 0 || (!may && (macStatus & SENSED) == SENSED_BY_QEMU);
    return cantTell ? Optional.empty() : Optional.of(may);
  }
}

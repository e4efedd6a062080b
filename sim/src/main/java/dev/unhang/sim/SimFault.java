package dev.unhang.sim;

/// Why the simulated NIC stands still: what mends it, and what does not, was recorded in the lab
/// with a real driver.
public enum SimFault {
  /// The transmit unit has stopped: any reset of the adapter mends it.
  TRANSMIT_STOPPED,
  /// It may not use the bus any more: rebinding the driver mends it, resets do not.
  DMA_STOPPED,
  /// The driver can't bring it back: only looking for it anew on the bus mends it.
  LOST_BY_DRIVER,
  /// Nothing mends it but taking its power away.
  BROKEN
}

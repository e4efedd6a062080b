package dev.unhang.model.log;

/// What a driver, the bus or the IOMMU says went wrong with a NIC, apart from hang reports, resets
/// and the core's watchdog. None of them alone is a hang of the Tx unit.
public enum Fault {
  /// The driver's own words when its `ndo_tx_timeout` is called.
  TRANSMIT_TIMEOUT("transmit timeout"),
  /// The driver has given up: it resets no more, and the NIC does nothing.
  RECOVERY_FAILED("recovery failed"),
  /// Reads give all-ones: the device is off the bus. Only a rescan or a power cycle brings it back.
  DEVICE_LOST("device lost"),
  /// PCIe repeated a transfer; nothing was lost.
  BUS_ERROR_CORRECTED("bus error, corrected"),
  BUS_ERROR_UNCORRECTED("bus error, uncorrected"),
  /// The firmware reports an error of PCIe; how bad it is, another line tells.
  BUS_ERROR_BY_FIRMWARE("bus error, told by firmware"),
  /// The IOMMU refused an access to memory.
  DMA_FAULT("DMA fault"),
  /// The driver refuses the NIC: there is no interface.
  NVM_CHECKSUM("NVM checksum not valid"),
  PHY_UNREADABLE("PHY register unreadable"),
  /// The hardware could not be initialised.
  HARDWARE_ERROR("hardware error"),
  /// The management engine holds or disturbs the NIC.
  MANAGEMENT_ENGINE("management engine in the way"),
  /// A register could not be read or written, or kept a value that fits a chip whose reads give
  /// all-ones.
  CHIP_NOT_ANSWERING("chip not answering"),
  /// A register kept another value than the one waited for, and one that a chip off the bus can't
  /// give: the chip answers, but isn't done.
  CHIP_NOT_READY("chip not ready"),
  /// The NIC's firmware stopped, crashed, or no longer answers its driver.
  FIRMWARE_DEAD("firmware dead"),
  /// The driver was bound and gave up at once: there is no interface.
  PROBE_FAILED("probe failed"),
  /// The driver could not queue work for an event of its NIC, and may have lost it.
  EVENT_LOST("lost event");

  private final String word;

  Fault(String word) {
    this.word = word;
  }

  /// As in JSON and on screen.
  public String word() {
    return word;
  }
}

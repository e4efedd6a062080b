package dev.unhang.model.log;

/// What a driver, the bus or the IOMMU says went wrong with a NIC, apart from hang reports, resets
/// and the core's watchdog. None of them alone is a hang of the Tx unit.
public enum Fault {
  /// The driver's own words when its `ndo_tx_timeout` is called.
  TRANSMIT_TIMEOUT("transmit timeout"),
  /// The driver has given up resetting.
  RECOVERY_FAILED("recovery failed"),
  /// Reads give all-ones: the device is off the bus. Only a rescan or a power cycle brings it back.
  DEVICE_LOST("device lost"),
  /// PCIe repeated a transfer; nothing was lost.
  BUS_ERROR_CORRECTED("bus error, corrected"),
  BUS_ERROR_UNCORRECTED("bus error, uncorrected"),
  /// The IOMMU refused an access to memory.
  DMA_FAULT("DMA fault"),
  /// The driver refuses the NIC: there is no interface.
  NVM_CHECKSUM("NVM checksum not valid"),
  PHY_UNREADABLE("PHY register unreadable"),
  /// The hardware could not be initialised.
  HARDWARE_ERROR("hardware error"),
  /// The management engine holds or disturbs the NIC.
  MANAGEMENT_ENGINE("management engine in the way"),
  /// A register did not take the value waited for.
  CHIP_NOT_ANSWERING("chip not answering");

  private final String word;

  Fault(String word) {
    this.word = word;
  }

  /// As in JSON and on screen.
  public String word() {
    return word;
  }
}

package dev.unhang.logs.message;

import dev.unhang.logs.record.LogRecord;
import dev.unhang.model.log.Fault;
import dev.unhang.model.log.KernelEvent;
import java.util.List;
import java.util.Optional;

/// A device that left the bus: its registers read all-ones.
///
/// ```
/// igc 0000:06:00.0 enp6s0: PCIe link lost, device now detached
/// igb 0000:09:00.0 eno1: PCIe link lost
/// ixgbe 0000:03:00.0: Adapter removed
/// igc 0000:06:00.0: Unable to change power state from D3cold to D0, device inaccessible
/// ```
///
/// e1000e prints nothing: it never looks for all-ones.
///
/// Kernel: drivers/net/ethernet/intel/igc/igc_main.c, igc_rd32();
/// drivers/net/ethernet/intel/igb/igb_main.c, igb_rd32();
/// drivers/net/ethernet/intel/ixgbe/ixgbe_main.c, ixgbe_remove_adapter(); drivers/pci/pci.c,
/// pci_power_up() (v6.12)
final class PcieLinkLost implements MessageFamily {
  private static final List<FaultWords> FAULTS =
      List.of(
          new FaultWords("PCIe link lost", Fault.DEVICE_LOST),
          new FaultWords("Adapter removed", Fault.DEVICE_LOST),
          new FaultWords("Unable to change power state from D3cold", Fault.DEVICE_LOST),
          new FaultWords("Can't reset secondary PCI bus, detach NIC", Fault.DEVICE_LOST));

  @Override
  public List<String> words() {
    return FAULTS.stream().map(FaultWords::words).toList();
  }

  @Override
  public Optional<KernelEvent> read(LogRecord record, String line) {
    return FaultWords.first(FAULTS, record, line);
  }
}

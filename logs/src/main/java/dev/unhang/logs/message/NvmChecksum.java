package dev.unhang.logs.message;

import dev.unhang.logs.record.LogRecord;
import dev.unhang.model.log.Fault;
import dev.unhang.model.log.KernelEvent;
import java.util.List;
import java.util.Optional;

/// The NIC's flash is not as it should be: the driver refuses the NIC, and there is no interface.
///
/// ```
/// e1000e 0000:00:1f.6: The NVM Checksum Is Not Valid
/// ```
///
/// Kernel: drivers/net/ethernet/intel/e1000e/netdev.c, e1000_probe();
/// drivers/net/ethernet/intel/igb/igb_main.c, igb_probe() (v6.12)
final class NvmChecksum implements MessageFamily {
  private static final List<FaultWords> FAULTS =
      List.of(
          new FaultWords("The NVM Checksum Is Not Valid", Fault.NVM_CHECKSUM),
          new FaultWords("The EEPROM Checksum Is Not Valid", Fault.NVM_CHECKSUM),
          new FaultWords("NVM Read Error while reading MAC address", Fault.NVM_CHECKSUM));

  @Override
  public List<String> words() {
    return FAULTS.stream().map(FaultWords::words).toList();
  }

  @Override
  public Optional<KernelEvent> read(LogRecord record, String line) {
    return FaultWords.first(FAULTS, record, line);
  }
}

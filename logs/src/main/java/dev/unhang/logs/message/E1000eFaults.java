package dev.unhang.logs.message;

import dev.unhang.logs.record.LogRecord;
import dev.unhang.model.log.Fault;
import dev.unhang.model.log.KernelEvent;
import java.util.List;
import java.util.Optional;

/// What e1000e says when its PHY can't be read, or when the management engine holds it.
///
/// ```
/// e1000e 0000:00:1f.6 eno1: Error reading PHY register
/// e1000e 0000:00:19.0 eno1: ME firmware caused invalid TDT - resetting
/// ```
///
/// Kernel: drivers/net/ethernet/intel/e1000e/netdev.c, e1000_phy_read_status(),
/// e1000e_update_tdt_wa(), e1000_probe(); drivers/net/ethernet/intel/e1000e/ich8lan.c,
/// e1000_init_phy_workarounds_pchlan(), e1000_disable_ulp_lpt_lp() (v6.12)
final class E1000eFaults implements MessageFamily {
  private static final List<FaultWords> FAULTS =
      List.of(
          new FaultWords("Error reading PHY register", Fault.PHY_UNREADABLE),
          new FaultWords("ME firmware caused invalid", Fault.MANAGEMENT_ENGINE),
          new FaultWords("Reset blocked by ME", Fault.MANAGEMENT_ENGINE),
          new FaultWords("ME blocked access to PHY after reset", Fault.MANAGEMENT_ENGINE),
          new FaultWords("PHY reset is blocked due to SOL/IDER session", Fault.MANAGEMENT_ENGINE),
          new FaultWords("Failed to disable ULP", Fault.MANAGEMENT_ENGINE),
          new FaultWords("Failed to enable ULP", Fault.MANAGEMENT_ENGINE),
          new FaultWords("ULP_CONFIG_DONE took", Fault.MANAGEMENT_ENGINE));

  @Override
  public List<String> words() {
    return FAULTS.stream().map(FaultWords::words).toList();
  }

  @Override
  public Optional<KernelEvent> read(LogRecord record, String line) {
    return FaultWords.first(FAULTS, record, line);
  }
}

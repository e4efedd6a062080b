package dev.unhang.logs.message;

import dev.unhang.logs.record.LogRecord;
import dev.unhang.model.log.Fault;
import dev.unhang.model.log.KernelEvent;
import java.util.List;
import java.util.Optional;

/// i40e and ice have no hang detector of their own: the core's watchdog calls them, and they say
/// how the queue stands, then which reset they try.
///
/// ```
/// i40e 0000:3d:00.0 eno1: tx_timeout: VSI_seid: 390, Q 4, NTC: 0x7f, HWB: 0x7f, NTU: 0x80, TAIL: 0x80, INT: 0x1
/// ice 0000:31:00.0 ens1f0: tx_timeout recovery unsuccessful, device is in unrecoverable state.
/// ```
///
/// Kernel: drivers/net/ethernet/intel/i40e/i40e_main.c, i40e_tx_timeout();
/// drivers/net/ethernet/intel/ice/ice_main.c, ice_tx_timeout() (v6.12)
final class I40eTxTimeout implements MessageFamily {
  private static final List<FaultWords> FAULTS =
      List.of(
          new FaultWords("tx_timeout: VSI_", Fault.TRANSMIT_TIMEOUT),
          new FaultWords("tx_timeout recovery unsuccessful", Fault.RECOVERY_FAILED),
          new FaultWords("Fake Tx hang detected on queue", Fault.TRANSMIT_TIMEOUT));

  @Override
  public List<String> words() {
    return FAULTS.stream().map(FaultWords::words).toList();
  }

  @Override
  public Optional<KernelEvent> read(LogRecord record, String line) {
    return FaultWords.first(FAULTS, record, line);
  }
}

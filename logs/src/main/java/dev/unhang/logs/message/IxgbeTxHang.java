package dev.unhang.logs.message;

import dev.unhang.logs.record.LogRecord;
import dev.unhang.model.log.Fault;
import dev.unhang.model.log.KernelEvent;
import java.util.List;
import java.util.Optional;

/// ixgbe resets at once where its siblings wait for the core's watchdog.
///
/// ```
/// ixgbe 0000:03:00.0 eth2: initiating reset due to tx timeout
/// ```
///
/// Kernel: drivers/net/ethernet/intel/ixgbe/ixgbe_main.c, ixgbe_tx_timeout_reset() (v6.12)
final class IxgbeTxHang implements MessageFamily {
  private static final FaultWords WORDS =
      new FaultWords("initiating reset due to tx timeout", Fault.TRANSMIT_TIMEOUT);

  @Override
  public List<String> words() {
    return List.of(WORDS.words());
  }

  @Override
  public Optional<KernelEvent> read(LogRecord record, String line) {
    return WORDS.in(record, line);
  }
}

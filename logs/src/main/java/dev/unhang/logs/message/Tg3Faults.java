package dev.unhang.logs.message;

import dev.unhang.logs.record.LogRecord;
import dev.unhang.model.log.Fault;
import dev.unhang.model.log.KernelEvent;
import java.util.List;
import java.util.Optional;

/// Broadcom tg3: its own transmit timeout, and blocks that don't stop when told.
///
/// ```
/// tg3 0000:02:00.0 eth0: transmit timed out, resetting
/// tg3 0000:02:00.0 eth0: tg3_stop_block timed out, ofs=1400 enable_bit=2
/// ```
///
/// Kernel: drivers/net/ethernet/broadcom/tg3.c, tg3_tx_timeout(), tg3_stop_block(),
/// tg3_tx_recover() (v6.12)
final class Tg3Faults implements MessageFamily {
  private static final List<FaultWords> FAULTS =
      List.of(
          new FaultWords("transmit timed out, resetting", Fault.TRANSMIT_TIMEOUT),
          new FaultWords("tg3_stop_block timed out", Fault.CHIP_NOT_ANSWERING),
          new FaultWords(
              "The system may be re-ordering memory-mapped I/O", Fault.CHIP_NOT_ANSWERING),
          new FaultWords("FLOW Attention error.", Fault.HARDWARE_ERROR));

  @Override
  public List<String> words() {
    return FAULTS.stream().map(FaultWords::words).toList();
  }

  @Override
  public Optional<KernelEvent> read(LogRecord record, String line) {
    return FaultWords.first(FAULTS, record, line);
  }
}

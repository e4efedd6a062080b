package dev.unhang.logs.message;

import dev.unhang.logs.record.LogRecord;
import dev.unhang.model.log.Fault;
import dev.unhang.model.log.KernelEvent;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Realtek r8169 has no hang detector: it says that a condition was waited for in vain, and what it
/// switches off after the core's watchdog called it.
///
/// ```
/// r8169 0000:03:00.0 enp3s0: rtl_txcfg_empty_cond == 0 (loop: 42, delay: 100).
/// r8169 0000:03:00.0 enp3s0: ASPM disabled on Tx timeout
/// r8169 0000:03:00.0 enp3s0: PCI error (cmd = 0x0407, status_errs = 0x0000)
/// ```
///
/// Kernel: drivers/net/ethernet/realtek/r8169_main.c, rtl_loop_wait(), rtl_task(),
/// rtl8169_pcierr_interrupt() (v6.12)
final class R8169Faults implements MessageFamily {
  private static final List<FaultWords> FAULTS =
      List.of(
          new FaultWords("ASPM disabled on Tx timeout", Fault.TRANSMIT_TIMEOUT),
          new FaultWords("PCI error (cmd = ", Fault.BUS_ERROR_UNCORRECTED));

  private static final String LOOP = " (loop: ";

  private static final Pattern WAITED =
      Pattern.compile("^(?<before>.*: )rtl_\\w{1,40} == \\d \\(loop: \\d+, delay: \\d+\\)");

  @Override
  public List<String> words() {
    return List.of("ASPM disabled on Tx timeout", "PCI error (cmd = ", LOOP);
  }

  @Override
  public Optional<KernelEvent> read(LogRecord record, String line) {
    return line.contains(LOOP) ? waited(record, line) : FaultWords.first(FAULTS, record, line);
  }

  private static Optional<KernelEvent> waited(LogRecord record, String line) {
    Matcher matcher = WAITED.matcher(line);
    return matcher.find()
        ? NicPrefix.parse(matcher.group("before"))
            .filter(FaultWords::isNetworkDrivers)
            .map(nic -> FaultWords.event(record, line, nic, Fault.CHIP_NOT_ANSWERING))
        : Optional.empty();
  }
}

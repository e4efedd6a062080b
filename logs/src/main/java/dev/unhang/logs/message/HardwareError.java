package dev.unhang.logs.message;

import dev.unhang.logs.record.LogRecord;
import dev.unhang.model.log.Fault;
import dev.unhang.model.log.KernelEvent;
import java.util.List;
import java.util.Optional;

/// An Intel driver could not initialise its hardware:
///
/// ```
/// e1000e 0000:00:1f.6 eno1: Hardware Error
/// ```
///
/// APEI's and the machine check's `[Hardware Error]: ` is a prefix, and means something else.
///
/// Kernel: drivers/net/ethernet/intel/e1000e/netdev.c, e1000e_reset();
/// drivers/net/ethernet/intel/igb/igb_main.c, igb_reset() (v6.12)
final class HardwareError implements MessageFamily {
  private static final FaultWords WORDS = new FaultWords("Hardware Error", Fault.HARDWARE_ERROR);

  /// As drivers print them, and the prefix does not.
  private static final String BEHIND_NAME = ": " + WORDS.words();

  @Override
  public List<String> words() {
    return List.of(BEHIND_NAME);
  }

  @Override
  public Optional<KernelEvent> read(LogRecord record, String line) {
    return line.stripTrailing().endsWith(BEHIND_NAME) ? WORDS.in(record, line) : Optional.empty();
  }
}

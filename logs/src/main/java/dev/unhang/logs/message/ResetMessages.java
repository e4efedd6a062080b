package dev.unhang.logs.message;

import dev.unhang.logs.record.LogRecord;
import dev.unhang.model.log.KernelEvent;
import java.util.List;
import java.util.Optional;

/// `Reset adapter` up to v3.1 and in other drivers, `Reset adapter unexpectedly` since.
///
/// Kernel: drivers/net/ethernet/intel/e1000e/netdev.c, e1000_reset_task() (v6.1)
final class ResetMessages implements MessageFamily {
  private static final String WORDS = "Reset adapter";

  @Override
  public List<String> words() {
    return List.of(WORDS);
  }

  @Override
  public Optional<KernelEvent> read(LogRecord record, String line) {
    int at = line.indexOf(WORDS);
    if (at < 0) {
      return Optional.empty();
    }
    String before = line.substring(0, at);
    return (before.isBlank() ? NicPrefix.parse(before) : NicPrefix.ofNic(before))
        .map(nic ->
            new KernelEvent.AdapterReset(
                record.boot(), record.at(), record.place(), line.strip(), nic));
  }
}

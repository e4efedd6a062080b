package dev.unhang.logs.message;

import dev.unhang.logs.record.LogRecord;
import dev.unhang.model.log.KernelEvent;
import java.util.List;
import java.util.Optional;

/// Proxmox VE's cluster fences a host that it has lost, often because its NIC hangs: the host's own
/// watchdog resets it some seconds after these words.
///
/// ```
/// watchdog-mux[812]: client watchdog expired - disable watchdog updates
/// ```
///
/// Program: pve-ha-manager, src/watchdog-mux.c
final class WatchdogMux implements MessageFamily {
  private static final String WRITER = "watchdog-mux";
  private static final String WORDS = "client watchdog expired";

  @Override
  public List<String> words() {
    return List.of(WORDS);
  }

  @Override
  public Optional<KernelEvent> read(LogRecord record, String line) {
    return record.identifier().filter(WRITER::equals).isPresent() && line.startsWith(WORDS)
        ? Optional.of(
            new KernelEvent.FenceBegins(record.boot(), record.at(), record.place(), line.strip()))
        : Optional.empty();
  }
}

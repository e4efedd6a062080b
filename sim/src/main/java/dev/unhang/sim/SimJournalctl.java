package dev.unhang.sim;

import java.util.List;
import java.util.Optional;

/// The few options of journalctl that are used.
final class SimJournalctl {
  private static final String BOOT = "--boot=";

  private SimJournalctl() {}

  /// Which boot is asked for, counted from the newest; empty for all.
  static Optional<Integer> boot(List<String> argv) {
    for (String argument : argv) {
      if (argument.startsWith(BOOT)) {
        return Optional.of(Integer.valueOf(argument.substring(BOOT.length())));
      }
    }
    return argv.contains("--dmesg") ? Optional.of(0) : Optional.empty();
  }
}

package dev.unhang.sim;

import java.util.List;
import java.util.Optional;

/// The few options of journalctl that are used.
final class SimJournalctl {
  private static final String BOOT = "--boot=";

  private SimJournalctl() {}

  /// An id is 128 bits, in hex.
  private static final int ID_DIGITS = 32;

  /// Which boot is asked for, counted from the newest; empty for all.
  ///
  /// @param boots the ids of all boots, oldest first
  static Optional<Integer> boot(List<String> argv, List<String> boots) {
    for (String argument : argv) {
      if (argument.startsWith(BOOT)) {
        String boot = argument.substring(BOOT.length());
        return Optional.of(
            boot.length() == ID_DIGITS
                ? boots.indexOf(boot) - boots.size() + 1
                : Integer.valueOf(boot));
      }
    }
    return argv.contains("--dmesg") ? Optional.of(0) : Optional.empty();
  }
}

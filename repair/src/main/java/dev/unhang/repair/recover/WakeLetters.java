package dev.unhang.repair.recover;

import dev.unhang.model.evidence.Reading;
import dev.unhang.model.net.WakeOnLan;
import java.util.Map;
import java.util.Optional;

/// What wakes the machine, in the letters of `ethtool -s IF wol`.
///
/// Man: ethtool(8), "wol". Kernel: net/ethtool/common.c, wol_mode_names (v6.1)
final class WakeLetters {
  private static final Map<String, String> LETTERS =
      Map.of(
          "phy", "p",
          "ucast", "u",
          "mcast", "m",
          "bcast", "b",
          "arp", "a",
          "magic", "g",
          "magicsecure", "s",
          "filter", "f");

  private static final String NOTHING = "d";

  private WakeLetters() {}

  /// `pg`, and `d` for nothing; empty where it was not read, or a name is not known here.
  static Optional<String> of(Reading<WakeOnLan> reading) {
    return reading
        .known()
        .filter(wake -> LETTERS.keySet().containsAll(wake.enabled()))
        .map(wake -> String.join("", wake.enabled().stream().map(LETTERS::get).sorted().toList()))
        .map(letters -> letters.isEmpty() ? NOTHING : letters);
  }
}

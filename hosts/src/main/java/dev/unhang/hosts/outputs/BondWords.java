package dev.unhang.hosts.outputs;

import dev.unhang.model.net.LinkDetails;
import java.util.Map;
import java.util.Optional;

/// What `ip -d` prints of a bond: `bond mode 802.3ad miimon 100 … arp_interval 0 …`.
///
/// Program: iproute2, ip/iplink_bond.c, bond_print_opt()
///
/// @param active the slave that sends, by name; in modes that have one
/// @param miimon milliseconds
/// @param arpInterval milliseconds
record BondWords(String mode, Optional<String> active, int miimon, int arpInterval) {
  /// Reads the words of a line; empty where one of those needed is missing.
  static Optional<BondWords> read(String[] words) {
    Optional<String> mode = behind(words, "mode");
    Optional<Integer> miimon = behind(words, "miimon").flatMap(Numbers::small);
    Optional<Integer> arp = behind(words, "arp_interval").flatMap(Numbers::small);
    return mode.isPresent() && miimon.isPresent() && arp.isPresent()
        ? Optional.of(
            new BondWords(mode.get(), behind(words, "active_slave"), miimon.get(), arp.get()))
        : Optional.empty();
  }

  private static Optional<String> behind(String[] words, String key) {
    for (int i = 0; i + 1 < words.length; i++) {
      if (words[i].equals(key)) {
        return Optional.of(words[i + 1]);
      }
    }
    return Optional.empty();
  }

  /// With the active slave by its index.
  LinkDetails details(Map<String, Integer> indexes) {
    return new LinkDetails.Bond(
        mode, active.flatMap(name -> Optional.ofNullable(indexes.get(name))), miimon, arpInterval);
  }
}

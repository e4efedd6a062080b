package dev.unhang.sim;

import dev.unhang.model.net.Eee;
import dev.unhang.model.net.LinkModes;
import dev.unhang.model.net.LinkPort;
import dev.unhang.model.net.WakeOnLan;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// How the simulated I217 is set: as its driver leaves it, with a partner that knows no EEE.
///
/// Kernel: drivers/net/ethernet/intel/e1000e/ethtool.c, e1000_get_link_ksettings(),
/// e1000e_get_eee() (v6.1)
final class SimSettings {
  private static final List<String> MODES =
      List.of(
          "10baseT/Half",
          "10baseT/Full",
          "100baseT/Half",
          "100baseT/Full",
          "1000baseT/Full",
          "Autoneg",
          "TP");

  /// Kernel: drivers/net/ethernet/intel/e1000e/ethtool.c, e1000_get_wol() (v6.1)
  private static final SortedMap<String, String> WAKE =
      new TreeMap<>(Map.of("p", "phy", "u", "ucast", "m", "mcast", "b", "bcast", "g", "magic"));

  private SimSettings() {}

  static LinkModes linkModes() {
    return new LinkModes(
        Optional.of(true),
        MODES,
        Optional.of(MODES),
        Optional.empty(),
        Optional.of(1000L),
        Optional.of("full"));
  }

  static LinkPort port() {
    return new LinkPort("twisted pair", 1, Optional.of(false), Optional.of("auto"), "internal");
  }

  /// @param letters `g`, `pg`; `d` for nothing
  static WakeOnLan wakeOnLan(String letters) {
    return new WakeOnLan(
        List.copyOf(WAKE.values()),
        WAKE.entrySet().stream()
            .filter(each -> letters.contains(each.getKey()))
            .map(Map.Entry::getValue)
            .toList());
  }

  static Eee eee(boolean enabled) {
    List<String> modes = List.of("100baseT/Full", "1000baseT/Full");
    return new Eee(
        enabled,
        false,
        Optional.of(enabled),
        Optional.of(17L),
        modes,
        modes,
        Optional.of(List.of()));
  }
}

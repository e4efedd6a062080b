package dev.unhang.sim;

import dev.unhang.model.net.Eee;
import dev.unhang.model.net.LinkModes;
import dev.unhang.model.net.LinkPort;
import java.util.List;
import java.util.Optional;

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

  private SimSettings() {}

  static LinkModes linkModes() {
    return new LinkModes(
        Optional.of(true), MODES, MODES, Optional.empty(), Optional.of(1000L), Optional.of("full"));
  }

  static LinkPort port() {
    return new LinkPort("twisted pair", 1, Optional.of(false), Optional.of("auto"), "internal");
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

package dev.unhang.model.net;

import java.util.List;

/// What wakes the machine, by ethtool's names (`magic`, `phy` …).
///
/// @param supported what could
/// @param enabled what does
///
///   Kernel: net/ethtool/wol.c, wol_fill_reply() (v6.1)
public record WakeOnLan(List<String> supported, List<String> enabled) {
  public WakeOnLan {
    supported = List.copyOf(supported);
    enabled = List.copyOf(enabled);
  }
}

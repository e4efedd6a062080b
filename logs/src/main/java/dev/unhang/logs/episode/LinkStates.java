package dev.unhang.logs.episode;

import dev.unhang.model.log.LoggedNic;
import dev.unhang.model.log.SameNic;
import java.util.ArrayList;
import java.util.List;

/// What the log last said of each NIC's link: a driver says "down" of a link that is down already
/// when its interface is closed.
///
/// Kernel: drivers/net/ethernet/intel/e1000e/netdev.c, e1000e_close() (v6.1)
final class LinkStates {
  /// More than any host has.
  private static final int MAX = 1000;

  private record State(LoggedNic nic, boolean up) {}

  private final List<State> all = new ArrayList<>();

  /// Takes note of what a line says.
  ///
  /// @return whether the link was said to be so already
  boolean isSaidAgain(LoggedNic nic, boolean up) {
    for (int i = 0; i < all.size(); i++) {
      if (SameNic.is(all.get(i).nic(), nic)) {
        boolean again = all.get(i).up() == up;
        all.set(i, new State(all.get(i).nic(), up));
        return again;
      }
    }
    if (all.size() < MAX) {
      all.add(new State(nic, up));
    }
    return false;
  }

  /// Another boot begins.
  void forget() {
    all.clear();
  }
}

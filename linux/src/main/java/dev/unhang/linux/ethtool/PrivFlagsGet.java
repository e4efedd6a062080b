package dev.unhang.linux.ethtool;

import dev.unhang.linux.netlink.AttributeReader;
import dev.unhang.linux.netlink.KernelFailure;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.net.PrivateFlag;
import java.util.ArrayList;
import java.util.List;

/// Switches that only this driver has. Needs no privilege.
///
/// Kernel: net/ethtool/privflags.c, privflags_fill_reply() (v6.1)
public final class PrivFlagsGet {
  /// `ETHTOOL_MSG_PRIVFLAGS_GET`.
  static final int COMMAND = 13;

  /// `ETHTOOL_A_PRIVFLAGS_FLAGS`.
  static final int FLAGS = 2;

  private PrivFlagsGet() {}

  /// Asks.
  public static List<PrivateFlag> ask(EthtoolFamily family, InterfaceName nic)
      throws KernelFailure {
    AttributeReader answer =
        family.ask("ETHTOOL_MSG_PRIVFLAGS_GET", COMMAND, EthtoolFamily.about(nic));
    Bitset flags = Bitset.read(answer.need(FLAGS, "ETHTOOL_A_PRIVFLAGS_FLAGS"));
    List<String> set = flags.setNames();
    List<PrivateFlag> all = new ArrayList<>();
    for (String name : flags.names()) {
      all.add(new PrivateFlag(name, set.contains(name)));
    }
    return all;
  }
}

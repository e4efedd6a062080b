package dev.unhang.model.net;

import java.util.ArrayList;
import java.util.List;

/// Flags of an interface, in the order of their bits.
///
/// Kernel: include/uapi/linux/if.h, enum net_device_flags (v6.1)
public enum LinkFlag {
  UP(0),
  BROADCAST(1),
  DEBUG(2),
  LOOPBACK(3),
  POINTOPOINT(4),
  NOTRAILERS(5),
  RUNNING(6),
  NOARP(7),
  PROMISC(8),
  ALLMULTI(9),
  MASTER(10),
  SLAVE(11),
  MULTICAST(12),
  PORTSEL(13),
  AUTOMEDIA(14),
  DYNAMIC(15),
  LOWER_UP(16),
  DORMANT(17),
  ECHO(18);

  private final int bit;

  LinkFlag(int bit) {
    this.bit = bit;
  }

  /// Those that are set in `ifi_flags`. A bit without a name here is passed over.
  public static List<LinkFlag> of(int bits) {
    List<LinkFlag> set = new ArrayList<>();
    for (LinkFlag flag : values()) {
      if ((bits >>> flag.bit & 1) != 0) {
        set.add(flag);
      }
    }
    return set;
  }
}

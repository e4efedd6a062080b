package dev.unhang.linux.ethtool;

import dev.unhang.linux.netlink.AttributeReader;
import dev.unhang.linux.netlink.BrokenAnswer;
import dev.unhang.linux.netlink.KernelFailure;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.net.Offload;
import dev.unhang.model.net.Offloads;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// Which features an interface could have, is asked to have, and has. Needs no privilege.
///
/// Kernel: net/ethtool/features.c, features_fill_reply() (v6.1)
public final class FeaturesGet {
  /// `ETHTOOL_MSG_FEATURES_GET`.
  static final int COMMAND = 11;

  /// `ETHTOOL_A_FEATURES_HW`: its mask is all the kernel knows, its value what the device can
  /// change.
  static final int HARDWARE = 2;

  /// `ETHTOOL_A_FEATURES_WANTED`.
  static final int WANTED = 3;

  /// `ETHTOOL_A_FEATURES_ACTIVE`.
  static final int ACTIVE = 4;

  /// `ETHTOOL_A_FEATURES_NOCHANGE`: fixed for every device.
  static final int NO_CHANGE = 5;

  private FeaturesGet() {}

  /// Asks. The features come in the order of the kernel's bits, which is the order `ethtool -k`
  /// prints them in behind its groups.
  public static Offloads ask(EthtoolFamily family, InterfaceName nic) throws KernelFailure {
    AttributeReader answer =
        family.ask("ETHTOOL_MSG_FEATURES_GET", COMMAND, EthtoolFamily.about(nic));
    Bitset hardware = bitset(answer, HARDWARE, "ETHTOOL_A_FEATURES_HW");
    Map<Integer, String> names = hardware.lacksNames() ? FeatureNames.ask(family) : Map.of();
    return read(answer, hardware, names);
  }

  private static Offloads read(AttributeReader answer, Bitset hardware, Map<Integer, String> names)
      throws BrokenAnswer {
    Bitset wanted = bitset(answer, WANTED, "ETHTOOL_A_FEATURES_WANTED");
    Bitset active = bitset(answer, ACTIVE, "ETHTOOL_A_FEATURES_ACTIVE");
    Bitset fixed = bitset(answer, NO_CHANGE, "ETHTOOL_A_FEATURES_NOCHANGE");
    List<Bitset.Bit> inOrder = new ArrayList<>(hardware.bits());
    inOrder.sort(Comparator.comparingInt(Bitset.Bit::index));
    List<Offload> all = new ArrayList<>();
    for (Bitset.Bit bit : inOrder) {
      String name = name(bit, names);
      if (!name.isEmpty()) {
        boolean changeable = bit.set() && !fixed.isSet(bit.index());
        boolean on = active.isSet(bit.index());
        all.add(new Offload(name, on, wanted.isSet(bit.index()), changeable));
      }
    }
    return new Offloads(all);
  }

  /// The kernel's name of a bit; empty for a bit that it doesn't use.
  private static String name(Bitset.Bit bit, Map<Integer, String> names) throws BrokenAnswer {
    if (bit.name().isPresent()) {
      return bit.name().get();
    }
    String name = names.get(bit.index());
    if (name == null) {
      throw new BrokenAnswer("the kernel has no name for its feature bit " + bit.index());
    }
    return name;
  }

  private static Bitset bitset(AttributeReader answer, int type, String name) throws BrokenAnswer {
    return Bitset.read(answer.need(type, name));
  }
}

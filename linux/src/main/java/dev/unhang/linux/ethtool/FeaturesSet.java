package dev.unhang.linux.ethtool;

import dev.unhang.linux.netlink.Attribute;
import dev.unhang.linux.netlink.AttributeReader;
import dev.unhang.linux.netlink.AttributeWriter;
import dev.unhang.linux.netlink.KernelFailure;
import dev.unhang.model.host.KernelOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Switches features. Needs CAP_NET_ADMIN in the interface's network namespace; takes rtnl.
///
/// Kernel: net/ethtool/features.c, ethnl_set_features() (v6.1)
public final class FeaturesSet {
  /// `ETHTOOL_MSG_FEATURES_SET`.
  static final int COMMAND = 12;

  /// Longest name the kernel has: `ETH_GSTRING_LEN` less the NUL.
  private static final int MAX_NAME_BYTES = 31;

  private FeaturesSet() {}

  /// What the kernel did with a request that it accepted.
  ///
  /// @param refused asked for and not so now: fixed, or held back by another feature; names with
  ///   the value that was asked for
  /// @param changed what changed, among it what the kernel changed along with it; names with the
  ///   value they have now
  public record Outcome(List<Switched> refused, List<Switched> changed) {
    public Outcome {
      refused = List.copyOf(refused);
      changed = List.copyOf(changed);
    }
  }

  /// A feature and a value.
  public record Switched(String name, boolean on) {
    @Override
    public String toString() {
      return name + " " + (on ? "on" : "off");
    }
  }

  /// Sends the names in one verbose bitset: what is not named stays. A name that this kernel
  /// doesn't know makes it refuse the whole.
  public static Outcome order(EthtoolFamily family, KernelOrder.SetFeatures order)
      throws KernelFailure {
    requireNames(order.features());
    AttributeWriter body =
        EthtoolFamily.about(order.nic())
            .nest(FeaturesGet.WANTED, Bitset.naming(order.features(), order.on()));
    AttributeReader answer = family.ask("ETHTOOL_MSG_FEATURES_SET", COMMAND, body);
    Optional<Attribute> wanted = answer.find(FeaturesGet.WANTED);
    Optional<Attribute> active = answer.find(FeaturesGet.ACTIVE);
    return new Outcome(switched(family, wanted), switched(family, active));
  }

  private static void requireNames(List<String> names) {
    for (String name : names) {
      if (!name.matches("[\\x21-\\x7e]{1," + MAX_NAME_BYTES + "}")) {
        throw new IllegalArgumentException("not a feature name: " + name);
      }
    }
  }

  /// Kernels leave the attribute out, or send it empty, where nothing is to be told.
  private static List<Switched> switched(EthtoolFamily family, Optional<Attribute> told)
      throws KernelFailure {
    if (told.isEmpty()) {
      return List.of();
    }
    Bitset bitset = Bitset.read(told.get());
    Map<Integer, String> names = bitset.lacksNames() ? FeatureNames.ask(family) : Map.of();
    List<Switched> all = new ArrayList<>();
    for (Bitset.Bit bit : bitset.bits()) {
      String name = bit.name().orElse(names.getOrDefault(bit.index(), "bit " + bit.index()));
      all.add(new Switched(name, bit.set()));
    }
    return all;
  }
}

package dev.unhang.linux.ethtool;

import dev.unhang.linux.netlink.AttributeWriter;
import dev.unhang.linux.netlink.KernelFailure;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.net.Parameter;
import dev.unhang.model.net.Pause;
import dev.unhang.model.net.PrivateFlag;
import java.util.List;

/// Sets what the commands beside this one read. What a request does not name stays as it is. Each
/// needs CAP_NET_ADMIN in the interface's network namespace, and takes rtnl.
///
/// Kernel: net/ethtool/netlink.c, ethnl_default_set_doit() (v6.6; before, one function a command)
public final class SettingsSet {
  /// `ETHTOOL_MSG_PRIVFLAGS_SET`.
  static final int PRIVFLAGS = 14;

  /// `ETHTOOL_MSG_RINGS_SET`.
  static final int RINGS = 16;

  /// `ETHTOOL_MSG_COALESCE_SET`.
  static final int COALESCE = 20;

  /// `ETHTOOL_MSG_PAUSE_SET`.
  static final int PAUSE = 22;

  /// `ETHTOOL_MSG_EEE_SET`.
  static final int EEE = 24;

  private SettingsSet() {}

  /// Energy-Efficient Ethernet, on or off.
  ///
  /// Kernel: net/ethtool/eee.c, ethnl_set_eee() (v6.1)
  public static void eee(EthtoolFamily family, InterfaceName nic, boolean on) throws KernelFailure {
    family.order(
        "ETHTOOL_MSG_EEE_SET", EEE, EthtoolFamily.about(nic).bytes(EeeGet.ENABLED, one(on)));
  }

  /// Pause frames.
  ///
  /// Kernel: net/ethtool/pause.c, ethnl_set_pause() (v6.1)
  public static void pause(EthtoolFamily family, InterfaceName nic, Pause pause)
      throws KernelFailure {
    family.order(
        "ETHTOOL_MSG_PAUSE_SET",
        PAUSE,
        EthtoolFamily.about(nic)
            .bytes(PauseGet.AUTONEGOTIATION, one(pause.autonegotiation()))
            .bytes(PauseGet.RX, one(pause.rx()))
            .bytes(PauseGet.TX, one(pause.tx())));
  }

  /// The length of one ring.
  ///
  /// @param direction `rx` or `tx`
  ///
  ///   Kernel: net/ethtool/rings.c, ethnl_set_rings() (v6.1)
  public static void ring(
      EthtoolFamily family, InterfaceName nic, String direction, int descriptors)
      throws KernelFailure {
    int attribute = direction.equals("rx") ? RingsGet.RX : RingsGet.TX;
    family.order(
        "ETHTOOL_MSG_RINGS_SET", RINGS, EthtoolFamily.about(nic).u32(attribute, descriptors));
  }

  /// One way of holding interrupts back.
  ///
  /// Kernel: net/ethtool/coalesce.c, ethnl_set_coalesce() (v6.1)
  public static void coalescing(EthtoolFamily family, InterfaceName nic, Parameter parameter)
      throws KernelFailure {
    int attribute = CoalesceGet.attribute(parameter.name());
    AttributeWriter body = EthtoolFamily.about(nic);
    int value = Math.toIntExact(parameter.value());
    family.order(
        "ETHTOOL_MSG_COALESCE_SET",
        COALESCE,
        CoalesceGet.isSwitch(parameter.name())
            ? body.bytes(attribute, one(value != 0))
            : body.u32(attribute, value));
  }

  /// One switch of the driver's own.
  ///
  /// Kernel: net/ethtool/privflags.c, ethnl_set_privflags() (v6.1)
  public static void privateFlag(EthtoolFamily family, InterfaceName nic, PrivateFlag flag)
      throws KernelFailure {
    family.order(
        "ETHTOOL_MSG_PRIVFLAGS_SET",
        PRIVFLAGS,
        EthtoolFamily.about(nic)
            .nest(PrivFlagsGet.FLAGS, Bitset.naming(List.of(flag.name()), flag.on())));
  }

  private static byte[] one(boolean on) {
    return new byte[] {(byte) (on ? 1 : 0)};
  }
}

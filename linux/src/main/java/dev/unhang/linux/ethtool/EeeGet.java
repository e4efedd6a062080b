package dev.unhang.linux.ethtool;

import dev.unhang.linux.netlink.Attribute;
import dev.unhang.linux.netlink.AttributeReader;
import dev.unhang.linux.netlink.KernelFailure;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.net.Eee;
import java.util.List;
import java.util.Optional;

/// Whether the link sleeps between packets. Needs no privilege.
///
/// Kernel: net/ethtool/eee.c, eee_fill_reply() (v6.1)
public final class EeeGet {
  /// `ETHTOOL_MSG_EEE_GET`.
  static final int COMMAND = 23;

  /// `ETHTOOL_A_EEE_MODES_OURS`: its mask is what is supported, its value what is advertised.
  static final int OURS = 2;

  /// `ETHTOOL_A_EEE_MODES_PEER`.
  static final int PEER = 3;

  /// `ETHTOOL_A_EEE_ACTIVE`.
  static final int ACTIVE = 4;

  /// `ETHTOOL_A_EEE_ENABLED`.
  static final int ENABLED = 5;

  /// `ETHTOOL_A_EEE_TX_LPI_ENABLED`.
  static final int TX_LPI_ENABLED = 6;

  /// `ETHTOOL_A_EEE_TX_LPI_TIMER`, in µs.
  static final int TX_LPI_TIMER = 7;

  private EeeGet() {}

  /// Asks.
  public static Eee ask(EthtoolFamily family, InterfaceName nic) throws KernelFailure {
    AttributeReader answer = family.ask("ETHTOOL_MSG_EEE_GET", COMMAND, EthtoolFamily.about(nic));
    Bitset ours = Bitset.read(answer.need(OURS, "ETHTOOL_A_EEE_MODES_OURS"));
    Optional<Attribute> peer = answer.find(PEER);
    Optional<List<String>> partner = Optional.empty();
    if (peer.isPresent()) {
      partner = Optional.of(Bitset.read(peer.get()).setNames());
    }
    Optional<Attribute> timer = answer.find(TX_LPI_TIMER);
    return new Eee(
        Switch.need(answer, ENABLED, "ETHTOOL_A_EEE_ENABLED"),
        Switch.need(answer, ACTIVE, "ETHTOOL_A_EEE_ACTIVE"),
        Switch.find(answer, TX_LPI_ENABLED),
        timer.isPresent() ? Optional.of(timer.get().unsigned32()) : Optional.empty(),
        ours.names(),
        ours.setNames(),
        partner);
  }
}

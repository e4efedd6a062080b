package dev.unhang.model.net;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A group of features under the short name `ethtool -K` takes and the long name `-k` prints.
///
/// Man: ethtool(8), "-K --features"; ethtool common.c, off_flag_def
public enum OffloadGroup {
  RX("rx", "rx-checksumming", "rx-checksum"),
  TX("tx", "tx-checksumming", "tx-checksum-*"),
  SG("sg", "scatter-gather", "tx-scatter-gather*"),
  TSO("tso", "tcp-segmentation-offload", "tx-tcp*-segmentation"),
  GSO("gso", "generic-segmentation-offload", "tx-generic-segmentation"),
  GRO("gro", "generic-receive-offload", "rx-gro"),
  LRO("lro", "large-receive-offload", "rx-lro"),
  RXVLAN("rxvlan", "rx-vlan-offload", "rx-vlan-hw-parse"),
  TXVLAN("txvlan", "tx-vlan-offload", "tx-vlan-hw-insert"),
  NTUPLE("ntuple", "ntuple-filters", "rx-ntuple-filter"),
  RXHASH("rxhash", "receive-hashing", "rx-hashing");

  /// What `--set` takes, in the order a plan switches them: those that reset an e1000e come last.
  public static final List<OffloadGroup> SETTABLE =
      List.of(TSO, GSO, GRO, SG, TX, RX, RXVLAN, TXVLAN);

  /// The seven of the incident's report.
  public static final List<OffloadGroup> INCIDENT = List.of(GSO, GRO, TSO, TX, RX, RXVLAN, TXVLAN);

  /// TCP over IPv4, and over IPv6.
  private static final List<String> TSO_FEATURES =
      List.of("tx-tcp-segmentation", "tx-tcp6-segmentation");

  private final String shortName;
  private final String longName;
  private final Pattern members;

  OffloadGroup(String shortName, String longName, String members) {
    this.shortName = shortName;
    this.longName = longName;
    this.members = Pattern.compile(Pattern.quote(members).replace("*", "\\E.*\\Q"));
  }

  /// As `ethtool -K` takes it.
  public String shortName() {
    return shortName;
  }

  /// As `ethtool -k` prints it.
  public String longName() {
    return longName;
  }

  /// Whether a kernel feature belongs to the group. So does the group itself under its long name:
  /// where a saved text lists no members, it stands for them.
  public boolean matches(String kernelName) {
    return members.matcher(kernelName).matches() || longName.equals(kernelName);
  }

  /// The group of a short or long name.
  public static Optional<OffloadGroup> named(String name) {
    for (OffloadGroup group : values()) {
      if (group.shortName.equals(name) || group.longName.equals(name)) {
        return Optional.of(group);
      }
    }
    return Optional.empty();
  }

  /// The group a name of `ethtool -K` switches: a group's own names, or those of the features that
  /// are switched apart.
  public static Optional<OffloadGroup> switchedBy(String name) {
    for (OffloadGroup group : values()) {
      if (group.switchedApart().contains(name)) {
        return Optional.of(group);
      }
    }
    return named(name);
  }

  /// The features of a group that some configuration switches one by one, by their kernel names:
  /// TCP over IPv4 and over IPv6. Empty where it always switches them together.
  ///
  /// Man: systemd.link(5), "TCPSegmentationOffload=", "TCP6SegmentationOffload="
  public List<String> switchedApart() {
    return this == TSO ? TSO_FEATURES : List.of();
  }

  /// Whether changing it makes an e1000e reset its adapter: the link drops for 2 to 4 seconds.
  ///
  /// Kernel: drivers/net/ethernet/intel/e1000e/netdev.c, e1000_set_features() (v6.1)
  public boolean resetsE1000e() {
    return this == RX || this == RXVLAN || this == TXVLAN || this == RXHASH;
  }
}

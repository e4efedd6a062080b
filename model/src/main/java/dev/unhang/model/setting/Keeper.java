package dev.unhang.model.setting;

/// What kind of configuration keeps a setting, in the order they act at boot: where two disagree,
/// the later one wins.
public enum Keeper {
  /// Man: systemd.link(5)
  LINK_FILE("systemd's link file"),
  /// Man: netplan(5): it writes link files of its own at boot
  NETPLAN("netplan's file"),
  /// Man: udev(7), "RUN"
  UDEV_RULE("udev rule"),
  /// Man: interfaces(5)
  INTERFACES("interfaces file"),
  /// RHEL: /usr/share/doc/initscripts/sysconfig.txt, "ETHTOOL_OPTS"
  IFCFG("ifcfg file"),
  /// Man: nm-settings-keyfile(5)
  NETWORK_MANAGER("NetworkManager's profile"),
  /// Man: systemd.service(5)
  UNIT("systemd unit");

  private final String word;

  Keeper(String word) {
    this.word = word;
  }

  /// As shown to a person.
  public String word() {
    return word;
  }
}

package dev.unhang.hosts.outputs;

import java.util.Optional;

/// Programs whose output is evidence.
public enum OutputKind {
  FEATURES("ethtool -k IF"),
  DRIVER("ethtool -i IF"),
  STATISTICS("ethtool -S IF"),
  PAUSE("ethtool -a IF"),
  RINGS("ethtool -g IF"),
  COALESCING("ethtool -c IF"),
  REGISTERS("ethtool -d IF"),
  EEE("ethtool --show-eee IF"),
  PRIVATE_FLAGS("ethtool --show-priv-flags IF"),
  LINK("ethtool IF"),
  LSPCI("lspci -nnk"),
  IP("ip -s -d addr"),
  IP_JSON("ip -j -s -d addr"),
  ROUTES("ip route"),
  IFCONFIG("ifconfig -a"),
  BRIDGE_LINK("bridge link"),
  BRIDGE_VLAN("bridge vlan"),
  PROC_NET_DEV("cat /proc/net/dev"),
  UNAME("uname -a"),
  DMI("dmidecode");

  private final String command;

  OutputKind(String command) {
    this.command = command;
  }

  /// What a command line prints; empty where that is none of these.
  public static Optional<OutputKind> printedBy(String line) {
    return OutputCommand.of(line).map(OutputCommand::kind);
  }

  /// The command that prints it, `IF` in place of the interface.
  public String command() {
    return command;
  }

  /// Whether blank lines stand within it.
  boolean hasBlankLines() {
    return switch (this) {
      case LSPCI, IFCONFIG, DMI, REGISTERS, COALESCING, RINGS, BRIDGE_VLAN -> true;
      default -> false;
    };
  }
}

package dev.unhang.config.interfaces;

/// Which program reads /etc/network/interfaces at boot, if any.
public enum Ifupdown {
  /// Debian's first: raises what `auto` or `allow-hotplug` names, and nothing else.
  CLASSIC("ifupdown"),
  /// Proxmox VE's: raises the ports of a bridge too, with their own stanzas.
  IFUPDOWN2("ifupdown2"),
  /// None is installed.
  NONE("nobody");

  private final String program;

  Ifupdown(String program) {
    this.program = program;
  }

  /// As the package is called.
  public String program() {
    return program;
  }
}

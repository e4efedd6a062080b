package dev.unhang.config.interfaces;

/// Which program reads /etc/network/interfaces at boot, if any.
public enum Ifupdown {
  /// Debian's first: raises what `auto` or `allow-hotplug` names, and nothing else.
  CLASSIC("ifupdown"),
  /// Proxmox VE's: raises the ports of a bridge too, with their own stanzas.
  IFUPDOWN2("ifupdown2"),
  /// Alpine's, and Debian's with ifupdown-ng-compat: raises what `auto` names, one name a line, and
  /// what that needs, with its own stanzas. It runs commands as the others do, and leaves all other
  /// options to executors.
  ///
  /// ifupdown-ng: libifupdown/interface-file.c, handle_auto(); libifupdown/lifecycle.c,
  /// handle_dependents()
  NG("ifupdown-ng"),
  /// None is installed.
  NONE("no ifupdown");

  private final String program;

  Ifupdown(String program) {
    this.program = program;
  }

  /// As the package is called.
  public String program() {
    return program;
  }
}

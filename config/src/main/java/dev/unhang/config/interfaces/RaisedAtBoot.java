package dev.unhang.config.interfaces;

import java.util.Optional;

/// Whether the stanza of an interface is run at boot, and by what: a `post-up` in a stanza that
/// nobody raises never runs.
///
/// @param is whether it is
/// @param by who does it, or why nobody does
///
///   Man: interfaces(5), "auto", "allow-hotplug". ifupdown2: ifupdown/ifupdownmain.py: ports of a
///   bridge that is raised are raised before it, with their stanzas
public record RaisedAtBoot(boolean is, String by) {
  /// Judges one interface.
  ///
  /// @param networkingEnabled whether networking.service is started at boot
  public static RaisedAtBoot of(
      Interfaces interfaces, String nic, Ifupdown ifupdown, boolean networkingEnabled) {
    if (ifupdown == Ifupdown.NONE) {
      return no("no ifupdown is installed");
    }
    if (!networkingEnabled) {
      return no("networking.service is not enabled");
    }
    if (interfaces.definition(nic).isEmpty()) {
      return no("there is no stanza 'iface " + nic + "'");
    }
    if (isAuto(interfaces, nic)) {
      return new RaisedAtBoot(true, ifupdown.program() + " raises " + nic + " at boot ('auto')");
    }
    if (interfaces.lists("allow-hotplug", nic)) {
      return new RaisedAtBoot(
          true, ifupdown.program() + " raises " + nic + " when it appears ('allow-hotplug')");
    }
    return asPort(interfaces, nic, ifupdown);
  }

  private static RaisedAtBoot asPort(Interfaces interfaces, String nic, Ifupdown ifupdown) {
    Optional<String> bridge = interfaces.bridgeOf(nic).map(stanza -> stanza.arguments().getFirst());
    if (bridge.isEmpty()) {
      return no("nothing raises it: no 'auto', no 'allow-hotplug', no bridge has it as a port");
    }
    if (!isAuto(interfaces, bridge.get())) {
      return no("it is a port of " + bridge.get() + ", which is not 'auto'");
    }
    return ifupdown == Ifupdown.IFUPDOWN2
        ? new RaisedAtBoot(true, "ifupdown2 raises " + nic + " as a port of " + bridge.get())
        : no(
            "it is a port of "
                + bridge.get()
                + ", but ifupdown doesn't run the stanzas of ports: it lacks 'auto "
                + nic
                + "'");
  }

  /// `auto` is short for `allow-auto`.
  private static boolean isAuto(Interfaces interfaces, String name) {
    return interfaces.lists("auto", name) || interfaces.lists("allow-auto", name);
  }

  private static RaisedAtBoot no(String why) {
    return new RaisedAtBoot(false, why);
  }
}

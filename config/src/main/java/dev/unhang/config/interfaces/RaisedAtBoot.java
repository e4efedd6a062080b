package dev.unhang.config.interfaces;

import dev.unhang.config.interfaces.Uppers.Upper;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Whether the stanza of an interface is run at boot, and by what: a `post-up` in a stanza that
/// nobody raises never runs.
///
/// @param is whether it is
/// @param by who does it, or why nobody does
///
///   Man: interfaces(5), "auto", "allow-hotplug". ifupdown2: ifupdown/ifupdownmain.py: what is
///   below an interface that is raised (ports, slaves, a VLAN's device) is raised before it, with
///   its stanza
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
    if (isAuto(interfaces, nic, ifupdown)) {
      return new RaisedAtBoot(true, ifupdown.program() + " raises " + nic + " at boot ('auto')");
    }
    if (ifupdown != Ifupdown.NG && interfaces.lists("allow-hotplug", nic)) {
      return new RaisedAtBoot(
          true, ifupdown.program() + " raises " + nic + " when it appears ('allow-hotplug')");
    }
    return asLower(interfaces, nic, ifupdown);
  }

  /// What sits on it may raise it, and may itself be raised by what sits on that.
  private static RaisedAtBoot asLower(Interfaces interfaces, String nic, Ifupdown ifupdown) {
    List<Upper> uppers = Uppers.of(interfaces, nic);
    if (uppers.isEmpty()) {
      return no("nothing raises it: no 'auto', no 'allow-hotplug', no bridge or bond has it");
    }
    Upper first = uppers.getFirst();
    Optional<Upper> raised =
        uppers.stream()
            .filter(upper -> isRaised(interfaces, upper.name(), ifupdown, new HashSet<>()))
            .findFirst();
    if (raised.isEmpty()) {
      return no("it is " + first.relation() + " " + first.name() + ", which is not 'auto'");
    }
    String as = raised.get().relation() + " " + raised.get().name();
    return ifupdown == Ifupdown.IFUPDOWN2 || ifupdown == Ifupdown.NG
        ? new RaisedAtBoot(
            true,
            ifupdown.program() + " raises " + nic + (as.startsWith("below") ? " " : " as ") + as)
        : no(
            "it is "
                + as
                + ", but ifupdown doesn't run the stanzas of what is below: it lacks 'auto "
                + nic
                + "'");
  }

  private static boolean isRaised(
      Interfaces interfaces, String name, Ifupdown ifupdown, Set<String> seen) {
    return seen.add(name)
        && (isAuto(interfaces, name, ifupdown)
            || Uppers.of(interfaces, name).stream()
                .anyMatch(upper -> isRaised(interfaces, upper.name(), ifupdown, seen)));
  }

  /// `auto` is short for `allow-auto`. ifupdown-ng knows the short word only, reads one name behind
  /// it, and takes that as it stands.
  private static boolean isAuto(Interfaces interfaces, String name, Ifupdown ifupdown) {
    return ifupdown == Ifupdown.NG
        ? interfaces.stanzas().stream()
            .anyMatch(stanza ->
                stanza.keyword().equals("auto")
                    && stanza.arguments().stream().findFirst().equals(Optional.of(name)))
        : interfaces.lists("auto", name) || interfaces.lists("allow-auto", name);
  }

  private static RaisedAtBoot no(String why) {
    return new RaisedAtBoot(false, why);
  }
}

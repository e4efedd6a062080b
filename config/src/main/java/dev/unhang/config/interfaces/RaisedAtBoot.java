package dev.unhang.config.interfaces;

/// Whether the stanza of an interface is run at boot, and by what: a `post-up` in a stanza that no
/// program raises never runs.
///
/// @param is whether it is
/// @param by who does it, or why none does
/// @param hint what would have it run; empty where it is
///
///   Man: interfaces(5), "auto", "allow-hotplug". ifupdown2: ifupdown/ifupdownmain.py: what is
///   below an interface that is raised (ports, slaves, a VLAN's device) is raised before it, with
///   its stanza
public record RaisedAtBoot(boolean is, String by, String hint) {
  static final String OTHER_WAY = "choose another way: --keep-by udev-rule";

  /// Judges one interface.
  public static RaisedAtBoot of(Interfaces interfaces, String nic, Networking networking) {
    if (networking.program() == Ifupdown.NONE) {
      return no(
          "no ifupdown is installed",
          "install what reads the file (apt install ifupdown2, or ifupdown), or " + OTHER_WAY);
    }
    if (!networking.enabled()) {
      return no("networking.service is not enabled", "systemctl enable networking.service");
    }
    if (networking.toldNot().isPresent()) {
      return no(networking.toldNot().get(), "take that line out, or " + OTHER_WAY);
    }
    if (interfaces.misread().isPresent()) {
      return no(
          networking.program().program()
              + " can't read its file and raises nothing: "
              + interfaces.misread().get(),
          "correct that line first: 'ifup -a -n' says when it can be read");
    }
    return new Raising(interfaces, networking).of(nic);
  }

  /// It is run.
  static RaisedAtBoot yes(String by) {
    return new RaisedAtBoot(true, by, "");
  }

  /// It is not.
  static RaisedAtBoot no(String why, String hint) {
    return new RaisedAtBoot(false, why, hint);
  }
}

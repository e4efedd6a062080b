package dev.unhang.config.interfaces;

import dev.unhang.config.interfaces.Uppers.Upper;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a program that can read its files raises at boot.
///
/// ifupdown: main.c (0.8.41); ifupdown2: ifupdown/networkinterfaces.py, ifupdown/ifupdownmain.py
/// (3.0.0); ifupdown-ng: libifupdown/interface-file.c, libifupdown/lifecycle.c (0.11.4); all run as
/// `ifup -a -n -v`
final class Raising {
  private final Interfaces interfaces;
  private final Networking networking;
  private final Ifupdown program;
  private final Uppers uppers;

  Raising(Interfaces interfaces, Networking networking) {
    this.interfaces = interfaces;
    this.networking = networking;
    this.program = networking.program();
    this.uppers = new Uppers(interfaces, program);
  }

  RaisedAtBoot of(String nic) {
    String stanza = LogicalName.of(interfaces, nic, program);
    if (interfaces.definition(stanza).isEmpty()) {
      return RaisedAtBoot.no(
          "there is no stanza 'iface " + stanza + "'",
          "add 'auto " + nic + "' and below it 'iface " + nic + " inet manual'");
    }
    Optional<RaisedAtBoot> mapped =
        stanza.equals(nic) && program == Ifupdown.CLASSIC ? mapping(nic) : Optional.empty();
    if (mapped.isPresent()) {
      return mapped.get();
    }
    boolean hotplug = program != Ifupdown.NG && isListed("allow-hotplug", nic);
    Optional<String> excluded = networking.excludes(nic);
    if (isAuto(nic) && excluded.isEmpty()) {
      return RaisedAtBoot.yes(program.program() + " raises " + nic + " at boot ('auto')");
    }
    // Only ifupdown2's script looks at the exclusions for what appears, too.
    if (hotplug && (excluded.isEmpty() || program == Ifupdown.CLASSIC)) {
      return RaisedAtBoot.yes(
          program.program() + " raises " + nic + " when it appears ('allow-hotplug')");
    }
    return excluded.isPresent() && (isAuto(nic) || hotplug || program == Ifupdown.CLASSIC)
        ? asLower(nic).filter(RaisedAtBoot::is).orElseGet(() -> excluded(excluded.get()))
        : asLower(nic).orElseGet(() -> nothing(nic));
  }

  private static RaisedAtBoot excluded(String pattern) {
    return RaisedAtBoot.no(
        "/etc/default/networking keeps ifup from it: EXCLUDE_INTERFACES has '" + pattern + "'",
        "take it out there, or " + RaisedAtBoot.OTHER_WAY);
  }

  /// A mapping gives the interface another stanza's lines, which a script picks at boot.
  ///
  /// Man: interfaces(5), "mapping"
  private Optional<RaisedAtBoot> mapping(String nic) {
    return interfaces.stanzas().stream()
        .filter(each -> each.keyword().equals("mapping"))
        .filter(each ->
            each.arguments().stream()
                .anyMatch(pattern -> NamePattern.glob(pattern).matcher(nic).matches()))
        .findFirst()
        .map(each ->
            RaisedAtBoot.no(
                "'mapping "
                    + String.join(" ", each.arguments())
                    + "' has a script pick the stanza at boot",
                "put the line into each stanza that it may pick, or keep it by a udev rule:"
                    + " --keep-by udev-rule"));
  }

  private RaisedAtBoot nothing(String nic) {
    boolean tooLate =
        program == Ifupdown.IFUPDOWN2
            && interfaces.stanzas().stream()
                .anyMatch(each -> names(each, "auto", nic) || names(each, "allow-hotplug", nic));
    if (tooLate) {
      return RaisedAtBoot.no(
          "what names it ('auto' or 'allow-hotplug') stands behind its stanza, where ifupdown2"
              + " reads it too late",
          "move it above 'iface " + nic + "', then try again");
    }
    return RaisedAtBoot.no(
        "nothing raises it: no 'auto', "
            + (program == Ifupdown.NG ? "" : "no 'allow-hotplug', ")
            + "no bridge or bond has it",
        addAuto(nic));
  }

  private String addAuto(String nic) {
    String where =
        program == Ifupdown.IFUPDOWN2
            ? "add 'auto " + nic + "' on a line of its own above 'iface " + nic + "'"
            : "add 'auto " + nic + "' on a line of its own";
    return where + ", then try again";
  }

  /// What sits on it may raise it, and may itself be raised by what sits on that.
  private Optional<RaisedAtBoot> asLower(String nic) {
    List<Upper> above = uppers.of(nic);
    if (above.isEmpty()) {
      return Optional.empty();
    }
    Optional<Upper> raised =
        above.stream().filter(upper -> isRaised(upper.name(), new HashSet<>())).findFirst();
    if (raised.isEmpty()) {
      Upper first = above.getFirst();
      return Optional.of(
          RaisedAtBoot.no(
              "it is " + first.relation() + " " + first.name() + ", which is not 'auto'",
              addAuto(nic)));
    }
    Upper upper = raised.get();
    String as = upper.relation() + " " + upper.name();
    boolean raises = program != Ifupdown.CLASSIC || isParentOfVlan(upper.name(), nic);
    return Optional.of(
        raises
            ? RaisedAtBoot.yes(
                program.program() + " raises " + nic + (as.startsWith("a ") ? " as " : " ") + as)
            : RaisedAtBoot.no(
                "it is "
                    + as
                    + ", but ifupdown doesn't run the stanzas of what is below: it lacks 'auto "
                    + nic
                    + "'",
                addAuto(nic)));
  }

  /// ifupdown raises what stands before the first dot of a name, and no other interface.
  private boolean isParentOfVlan(String vlan, String nic) {
    return vlan.indexOf('.') == nic.length()
        && vlan.startsWith(nic)
        && networking.excludes(nic).isEmpty();
  }

  private boolean isRaised(String name, Set<String> seen) {
    return seen.add(name)
        && (isRoot(name)
            || program != Ifupdown.CLASSIC
                && uppers.of(name).stream().anyMatch(upper -> isRaised(upper.name(), seen)));
  }

  private boolean isRoot(String name) {
    boolean hasStanza =
        interfaces.definition(LogicalName.of(interfaces, name, program)).isPresent();
    return (hasStanza || program == Ifupdown.NG)
        && isAuto(name)
        && networking.excludes(name).isEmpty();
  }

  /// `auto` is short for `allow-auto`. ifupdown-ng knows the short word only, reads one name behind
  /// it, and takes that as it stands.
  private boolean isAuto(String name) {
    return program == Ifupdown.NG
        ? interfaces.stanzas().stream()
            .anyMatch(stanza ->
                stanza.keyword().equals("auto")
                    && stanza.arguments().stream().findFirst().equals(Optional.of(name)))
        : isListed("auto", name) || program == Ifupdown.CLASSIC && isListed("allow-auto", name);
  }

  private boolean isListed(String keyword, String name) {
    return program == Ifupdown.IFUPDOWN2
        ? isListedAbove(keyword, name)
        : interfaces.lists(keyword, name);
  }

  /// ifupdown2 looks at what it has read so far when it comes to a stanza: whatever names an
  /// interface behind its last stanza is too late. It knows ranges, and no patterns.
  ///
  /// ifupdown2: ifupdown/networkinterfaces.py, parse_iface(), process_auto()
  private boolean isListedAbove(String keyword, String name) {
    boolean listed = false;
    for (Stanza stanza : interfaces.stanzas()) {
      listed = listed || names(stanza, keyword, name);
      if (listed && isOf(stanza, name)) {
        return true;
      }
    }
    return false;
  }

  private static boolean names(Stanza stanza, String keyword, String name) {
    return stanza.keyword().equals(keyword)
        && stanza.arguments().stream()
            .anyMatch(word ->
                word.equals(name)
                    || keyword.equals("auto") && (word.equals("all") || NameRange.has(word, name)));
  }

  private static boolean isOf(Stanza stanza, String name) {
    return stanza.keyword().equals("iface")
        && stanza.arguments().stream()
            .limit(1)
            .anyMatch(word -> word.equals(name) || NameRange.has(word, name));
  }
}

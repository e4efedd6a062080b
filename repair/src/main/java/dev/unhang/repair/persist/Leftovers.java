package dev.unhang.repair.persist;

import dev.unhang.model.evidence.Place;
import dev.unhang.model.host.Entry;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import dev.unhang.model.plan.Action;
import dev.unhang.model.setting.Keeper;
import dev.unhang.model.setting.Setting;
import dev.unhang.model.setting.StraySetting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What other fixes left on the host: units of scripts, and lines with a name that is gone.
final class Leftovers {
  private static final HostPath UNITS = new HostPath("/etc/systemd/system");
  private static final String OURS = UNITS + "/unhang-";

  private final HostView host;
  private final Wanted wanted;

  Leftovers(HostView host, Wanted wanted) {
    this.host = host;
    this.wanted = wanted;
  }

  /// Whether a line is of a unit that unhang did not write.
  static boolean isOfOthersUnit(Setting setting) {
    return setting.keeper() == Keeper.UNIT && !file(setting.place()).startsWith(OURS);
  }

  /// What a person should know of them.
  List<String> notes() {
    Set<String> notes = new TreeSet<>();
    String taken =
        wanted.allows(Consent.TAKE_OVER)
            ? ""
            : "; have it taken over: " + Consent.TAKE_OVER.option();
    for (Setting setting : wanted.nic().settings().known().orElse(List.of())) {
      if (isOfOthersUnit(setting)) {
        notes.add("another fix: " + setting.place() + ": " + setting.text() + taken);
      }
    }
    for (StraySetting stray : wanted.nic().strays()) {
      if (stray.isGone()) {
        notes.add(
            "no interface is called "
                + stray.named()
                + " any more: "
                + stray.setting().place()
                + ": "
                + stray.setting().text()
                + (canBeTaken(stray) ? taken : ""));
      }
    }
    return List.copyOf(notes);
  }

  /// A unit can be stopped, and a line of the NIC's own stanza made right; no other line is
  /// touched.
  private boolean canBeTaken(StraySetting stray) {
    return isOfOthersUnit(stray.setting()) || stray.owner().equals(Optional.of(wanted.nicName()));
  }

  /// What stops units of others from being started; they stay where they are.
  List<Action> actions() {
    if (!wanted.allows(Consent.TAKE_OVER)) {
      return List.of();
    }
    Set<String> units = new TreeSet<>();
    for (Setting setting : wanted.nic().settings().known().orElse(List.of())) {
      if (isOfOthersUnit(setting)) {
        units.add(name(file(setting.place())));
      }
    }
    for (StraySetting stray : wanted.nic().strays()) {
      if (stray.isGone() && isOfOthersUnit(stray.setting())) {
        units.add(name(file(stray.setting().place())));
      }
    }
    List<Action> actions = new ArrayList<>();
    for (String folder : host.list(UNITS).known().orElse(List.of())) {
      if (folder.endsWith(".wants") || folder.endsWith(".requires")) {
        for (String link : host.list(UNITS.resolve(folder)).known().orElse(List.of())) {
          if (units.stream().anyMatch(unit -> isEnabledAs(unit, link))) {
            HostPath path = UNITS.resolve(folder).resolve(link);
            host.link(path)
                .known()
                .ifPresent(target ->
                    actions.add(new Action.MakeEntry(path, new Entry.Link(target), false)));
          }
        }
      }
    }
    return actions;
  }

  /// A template's instances are named after interfaces.
  private boolean isEnabledAs(String unit, String link) {
    if (!unit.endsWith("@.service")) {
      return link.equals(unit);
    }
    String template = unit.substring(0, unit.length() - ".service".length());
    return link.equals(template + wanted.nicName() + ".service")
        || wanted.nic().strays().stream()
            .anyMatch(
                stray -> stray.isGone() && link.equals(template + stray.named() + ".service"));
  }

  private static String file(Place place) {
    return place.origin().name();
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}

package dev.unhang.diagnose.source;

import dev.unhang.config.interfaces.Ifupdown;
import dev.unhang.config.interfaces.Interfaces;
import dev.unhang.config.interfaces.Interfaces.InterfacesFile;
import dev.unhang.config.interfaces.OffloadLines;
import dev.unhang.config.interfaces.Option;
import dev.unhang.config.interfaces.RaisedAtBoot;
import dev.unhang.config.interfaces.Stanza;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Place;
import dev.unhang.model.facts.Setting;
import dev.unhang.model.name.InterfaceName;
import java.util.ArrayList;
import java.util.List;

/// The lines of interfaces(5) that switch a NIC's offloads, and whether anybody runs them at boot.
public final class OffloadSettings {
  private OffloadSettings() {}

  /// In the order they would be run.
  public static List<Setting> of(
      Interfaces interfaces, InterfaceName nic, Ifupdown ifupdown, boolean networkingEnabled) {
    List<Setting> settings = new ArrayList<>();
    for (InterfacesFile file : interfaces.files()) {
      for (Stanza stanza : file.document().stanzas()) {
        if (stanza.keyword().equals("iface") && !stanza.arguments().isEmpty()) {
          String owner = stanza.arguments().getFirst();
          RaisedAtBoot raised = RaisedAtBoot.of(interfaces, owner, ifupdown, networkingEnabled);
          for (Option option : stanza.options()) {
            settings.addAll(settings(file, option, owner, nic, raised));
          }
        }
      }
    }
    return settings;
  }

  private static List<Setting> settings(
      InterfacesFile file, Option option, String owner, InterfaceName nic, RaisedAtBoot raised) {
    Place place = new Place.Line(new Origin(file.path().value()), option.firstLine() + 1L);
    String text = (option.name() + " " + option.value()).strip();
    return OffloadLines.of(option, owner, nic.value()).stream()
        .map(found -> new Setting(found.group(), found.on(), place, text, raised.is(), raised.by()))
        .toList();
  }
}

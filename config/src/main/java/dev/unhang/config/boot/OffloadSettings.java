package dev.unhang.config.boot;

import dev.unhang.config.ethtool.OffloadSwitch;
import dev.unhang.config.interfaces.Ifupdown;
import dev.unhang.config.interfaces.Interfaces;
import dev.unhang.config.interfaces.Interfaces.Found;
import dev.unhang.config.interfaces.Interfaces.InterfacesFile;
import dev.unhang.config.interfaces.LogicalName;
import dev.unhang.config.interfaces.Misread;
import dev.unhang.config.interfaces.Networking;
import dev.unhang.config.interfaces.OffloadLines;
import dev.unhang.config.interfaces.OffloadLines.Lines;
import dev.unhang.config.interfaces.Option;
import dev.unhang.config.interfaces.RaisedAtBoot;
import dev.unhang.config.interfaces.Stanza;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Place;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.WhyAbsent;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import dev.unhang.model.setting.FlagSetting;
import dev.unhang.model.setting.Keeper;
import dev.unhang.model.setting.Setting;
import dev.unhang.model.setting.Setting.AtBoot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The lines of interfaces(5) that switch offloads, and whether anybody runs them at boot.
///
/// @param networking who reads them at boot
/// @param hookIsMissing whether the hook of Debian's ethtool is known not to be there
/// @param nics interfaces that the host is known to have
record OffloadSettings(
    Networking networking, boolean hookIsMissing, EthtoolProgram ethtool, List<String> nics) {
  private static final HostPath HOOK = new HostPath("/etc/network/if-up.d/ethtool");
  private static final HostPath NET = new HostPath("/sys/class/net");

  static OffloadSettings of(HostView host) {
    return new OffloadSettings(
        InterfacesSource.networking(host),
        host.attributes(HOOK) instanceof Reading.Absent<?> absent
            && absent.why() == WhyAbsent.NOT_OFFERED,
        new EthtoolProgram(host),
        host.list(NET).known().orElse(List.of()));
  }

  private Ifupdown ifupdown() {
    return networking.program();
  }

  /// What is switched on whatever interface, in the order it would be run.
  List<NamedSetting> byName(Interfaces interfaces) {
    List<NamedSetting> named = new ArrayList<>();
    for (Found found : interfaces.found()) {
      for (String owner :
          switched(found) ? owners(interfaces, found.stanza()) : List.<String>of()) {
        RaisedAtBoot raised = raised(interfaces, found.stanza(), owner);
        named.addAll(settings(found, new Owner(owner, raised), interfaces));
      }
    }
    for (Found found : interfaces.lost()) {
      for (String owner :
          switched(found) ? owners(interfaces, found.stanza()) : List.<String>of()) {
        String why =
            found.file().document().misread(found.file().path()).map(Misread::toString).orElse("");
        RaisedAtBoot lost =
            new RaisedAtBoot(
                false, "ifup reads the file no further than " + why, "correct that line");
        named.addAll(settings(found, new Owner(owner, lost), interfaces));
      }
    }
    return named;
  }

  private static boolean switched(Found found) {
    return found.stanza().keyword().equals("iface")
        && !found.stanza().arguments().isEmpty()
        && found.stanza().options().stream()
            .anyMatch(option -> !OffloadLines.of(option, "").isEmpty());
  }

  private List<String> owners(Interfaces interfaces, Stanza stanza) {
    return LogicalName.interfacesOf(interfaces, stanza, ifupdown(), nics);
  }

  /// An interface for which a stanza is run.
  private record Owner(String name, RaisedAtBoot raised) {}

  private RaisedAtBoot raised(Interfaces interfaces, Stanza stanza, String owner) {
    String run = LogicalName.of(interfaces, owner, ifupdown());
    return run.equals(owner) || run.equals(stanza.arguments().getFirst())
        ? RaisedAtBoot.of(interfaces, owner, networking)
        : new RaisedAtBoot(
            false, "for " + owner + " the stanza '" + run + "' is run instead", "put it there");
  }

  /// A private flag that is set on an interface.
  record NamedFlag(String named, FlagSetting setting) {}

  /// The private flags that are set, whether or not the line is run.
  static List<NamedFlag> flags(Interfaces interfaces) {
    List<NamedFlag> flags = new ArrayList<>();
    for (InterfacesFile file : interfaces.files()) {
      for (Stanza stanza : file.document().stanzas()) {
        if (stanza.keyword().equals("iface") && !stanza.arguments().isEmpty()) {
          stanza.options().forEach(option -> flags.addAll(flags(file, option, stanza)));
        }
      }
    }
    return flags;
  }

  private static List<NamedFlag> flags(InterfacesFile file, Option option, Stanza stanza) {
    Place place = new Place.Line(new Origin(file.path().value()), option.firstLine() + 1L);
    String text = (option.name() + " " + option.value()).strip();
    return OffloadLines.flags(option, stanza.arguments().getFirst()).stream()
        .map(
            each -> new NamedFlag(each.nic(), new FlagSetting(each.flag(), each.on(), place, text)))
        .toList();
  }

  private List<NamedSetting> settings(Found found, Owner owner, Interfaces interfaces) {
    return found.stanza().options().stream()
        .flatMap(option -> settings(found.file(), option, owner, interfaces).stream())
        .toList();
  }

  private List<NamedSetting> settings(
      InterfacesFile file, Option option, Owner of, Interfaces interfaces) {
    String owner = of.name();
    RaisedAtBoot raised = of.raised();
    Place place = new Place.Line(new Origin(file.path().value()), option.firstLine() + 1L);
    String text = (option.name() + " " + option.value()).strip();
    List<NamedSetting> settings = new ArrayList<>();
    for (Lines lines : OffloadLines.of(option, owner)) {
      Optional<String> lacks = lacks(lines, owner, interfaces);
      boolean runs = raised.is() && lacks.isEmpty();
      for (OffloadSwitch each : lines.switches()) {
        settings.add(
            new NamedSetting(
                each.nic(),
                Optional.of(owner),
                new Setting(
                    each.group(),
                    each.feature(),
                    each.on(),
                    Keeper.INTERFACES,
                    place,
                    text,
                    raised.is() && isExecutors(lines) ? AtBoot.NOT_KNOWN : AtBoot.of(runs),
                    lacks.filter(why -> raised.is()).orElse(raised.by()))));
      }
    }
    return settings;
  }

  /// ifupdown-ng gives keys of the others to an executor of its own, under other names.
  ///
  /// ifupdown-ng: libifupdown/interface-file.c, maybe_remap_token()
  private boolean isExecutors(Lines lines) {
    return ifupdown() == Ifupdown.NG && lines.form() != OffloadLines.Form.COMMAND;
  }

  /// What is missing for the line to do anything, in words.
  private Optional<String> lacks(Lines lines, String owner, Interfaces interfaces) {
    if (isExecutors(lines)) {
      return Optional.of("whether ifupdown-ng's executor sets it is not known here");
    }
    return switch (lines.form()) {
      case COMMAND ->
          lines.program().filter(ethtool::isMissing).map(program -> program + " is not there");
      case IFUPDOWN2_KEY ->
          ifupdown() == Ifupdown.CLASSIC
              ? Optional.of("the key is ifupdown2's, and ifupdown doesn't know it")
              : Optional.empty();
      case HOOK_KEY ->
          hookIsMissing
              ? Optional.of("the key is for " + HOOK + ", which is not there")
              : noHooks(interfaces, owner, ifupdown());
    };
  }

  /// Why ifup runs no hook for an interface; empty where it does.
  ///
  /// Man: interfaces(5), "no-scripts"
  static Optional<String> noHooks(Interfaces interfaces, String nic, Ifupdown ifupdown) {
    return ifupdown == Ifupdown.CLASSIC && interfaces.lists("no-scripts", nic)
        ? Optional.of("'no-scripts' keeps ifup from running " + HOOK + " for " + nic)
        : Optional.empty();
  }
}

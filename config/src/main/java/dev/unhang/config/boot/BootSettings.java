package dev.unhang.config.boot;

import dev.unhang.config.interfaces.Ifupdown;
import dev.unhang.config.interfaces.Interfaces;
import dev.unhang.config.networkd.LinkIdentity;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.Trouble;
import dev.unhang.model.evidence.WhyAbsent;
import dev.unhang.model.facts.NicFacts;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import dev.unhang.model.host.KernelQuestion.Links;
import dev.unhang.model.net.Link;
import dev.unhang.model.net.SurveyedNic;
import dev.unhang.model.setting.FlagSetting;
import dev.unhang.model.setting.Setting;
import dev.unhang.model.setting.StraySetting;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// All that switches offloads of NICs at boot, whoever keeps it, in the order it acts: udev when
/// the NIC appears, then who brings it up, then units that are started behind the network.
public final class BootSettings {
  private static final Origin ALL = new Origin("configuration of the network");
  private static final HostPath IFUP = new HostPath("/usr/sbin/ifup");

  private final Reading<Interfaces> interfaces;
  private final Reading<Interfaces> pending;
  private final OffloadSettings lines;
  private final List<NamedSetting> named;
  private final LinkFiles links;
  private final NetplanFiles netplan;
  private final UdevRules rules;
  private final IfcfgFiles ifcfg;
  private final NetworkManagerProfiles profiles;
  private final ServiceUnits units;
  private final Optional<Set<String>> interfaceNames;
  private final Function<LinkIdentity, List<Trouble>> others;

  public BootSettings(HostView host) {
    this.interfaces = interfaces(host);
    this.pending = InterfacesSource.pending(host);
    this.lines = OffloadSettings.of(host);
    this.named = interfaces.known().map(lines::byName).orElse(List.of());
    this.links = LinkFiles.read(host);
    this.netplan = NetplanFiles.read(host);
    this.rules = UdevRules.read(host);
    this.ifcfg = IfcfgFiles.read(host);
    this.profiles = NetworkManagerProfiles.read(host);
    this.units = ServiceUnits.read(host, new EthtoolProgram(host));
    this.others = nic -> OtherSetups.unread(host, nic);
    this.interfaceNames = host.kernel().ask(new Links()).known().map(BootSettings::names);
  }

  /// Without knowing which ifupdown there is, what it runs can't be said.
  private static Reading<Interfaces> interfaces(HostView host) {
    boolean unknown =
        InterfacesSource.ifupdown(host) == Ifupdown.NONE
            && host.attributes(IFUP) instanceof Reading.Absent<?> absent
            && absent.why() == WhyAbsent.NOT_COLLECTED;
    return unknown
        ? new Reading.Absent<>(
            InterfacesSource.ID,
            WhyAbsent.NOT_COLLECTED,
            "which ifupdown is installed was not saved: see " + InterfacesSource.MAIN)
        : InterfacesSource.read(host);
  }

  private static Set<String> names(List<Link> links) {
    Set<String> names = new HashSet<>();
    for (Link link : links) {
      names.add(link.name().value());
      names.addAll(link.alternativeNames());
    }
    return names;
  }

  /// The facts of one NIC.
  public NicFacts of(SurveyedNic nic) {
    LinkIdentity identity = NicIdentity.of(nic);
    return new NicFacts(
        nic,
        settings(identity, interfaces, named),
        pending.map(files -> own(lines.byName(files), renamed(identity).orElse(identity))),
        strays(identity),
        flags(identity));
  }

  /// The facts of a NIC as the next boot will find it; empty where nothing waits for it.
  public Optional<NicFacts> atNextBoot(SurveyedNic nic) {
    LinkIdentity now = NicIdentity.of(nic);
    Optional<LinkIdentity> renamed = renamed(now);
    if (renamed.isEmpty() && !waits(pending)) {
      return Optional.empty();
    }
    Reading<Interfaces> read = waits(pending) ? pending : interfaces;
    return Optional.of(
        new NicFacts(
            nic,
            settings(
                renamed.orElse(now), read, read.known().map(lines::byName).orElse(List.of()))));
  }

  private Optional<LinkIdentity> renamed(LinkIdentity now) {
    return NameAtBoot.of(links, now)
        .map(later ->
            new LinkIdentity(
                later.name().value(), now.alternativeNames(), now.mac(), now.path(), now.driver()));
  }

  /// A file that may not be read waits too.
  private static boolean waits(Reading<Interfaces> pending) {
    return !(pending instanceof Reading.Absent<Interfaces> absent)
        || absent.why() == WhyAbsent.DENIED;
  }

  private List<FlagSetting> flags(LinkIdentity nic) {
    return interfaces.known().map(OffloadSettings::flags).orElse(List.of()).stream()
        .filter(each -> nic.isCalled(each.named()))
        .map(OffloadSettings.NamedFlag::setting)
        .toList();
  }

  private Reading<List<Setting>> settings(
      LinkIdentity nic, Reading<Interfaces> interfaces, List<NamedSetting> named) {
    List<Setting> settings = new ArrayList<>(links.of(nic));
    settings.addAll(netplan.of(nic));
    settings.addAll(rules.of(nic));
    settings.addAll(own(named, nic));
    settings.addAll(ifcfg.of(nic));
    settings.addAll(profiles.of(nic));
    settings.addAll(units.of(nic));
    boolean isElsewhere =
        interfaces instanceof Reading.Absent<Interfaces> absent
            && absent.why() == WhyAbsent.NOT_OFFERED;
    if (interfaces.known().isEmpty() && !isElsewhere && settings.isEmpty()) {
      return interfaces.map(none -> List.of());
    }
    List<Trouble> troubles = new ArrayList<>(links.troubles());
    troubles.addAll(netplan.troubles());
    troubles.addAll(rules.troubles());
    troubles.addAll(ifcfg.troubles());
    troubles.addAll(profiles.troubles());
    troubles.addAll(units.troubles());
    troubles.addAll(others.apply(nic));
    return troubles.isEmpty()
        ? new Reading.Read<>(settings, ALL)
        : new Reading.Partly<>(settings, troubles, ALL);
  }

  private static List<Setting> own(List<NamedSetting> named, LinkIdentity nic) {
    return named.stream()
        .filter(each -> nic.isCalled(each.named()))
        .map(NamedSetting::setting)
        .toList();
  }

  /// Lines that name no interface the host is known to have. Where interfaces were not listed, it
  /// can't be said that one is gone.
  private List<StraySetting> strays(LinkIdentity nic) {
    List<NamedSetting> all = new ArrayList<>(named);
    all.addAll(profiles.byName());
    all.addAll(units.named());
    return all.stream()
        .filter(each -> !nic.isCalled(each.named()) && !each.named().startsWith("pci-"))
        .filter(each -> interfaceNames.map(names -> !names.contains(each.named())).orElse(true))
        .map(each ->
            new StraySetting(
                each.named(), interfaceNames.isPresent(), each.owner(), each.setting()))
        .toList();
  }
}

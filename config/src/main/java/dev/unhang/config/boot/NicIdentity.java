package dev.unhang.config.boot;

import dev.unhang.config.networkd.LinkIdentity;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.facts.NicFacts;
import dev.unhang.model.net.DriverInfo;
import dev.unhang.model.net.Link;
import dev.unhang.model.net.SurveyedNic;
import dev.unhang.model.setting.Setting;
import java.util.List;
import java.util.Optional;

/// What configuration knows a NIC by.
public final class NicIdentity {
  private static final Reading<List<Setting>> UNREAD =
      new Reading.Read<>(List.of(), new Origin("configuration of the network"));

  private NicIdentity() {}

  /// Of a NIC as it was surveyed.
  public static LinkIdentity of(SurveyedNic nic) {
    Optional<Link> link = nic.link().known();
    Optional<DriverInfo> driver = nic.driver().known();
    return new LinkIdentity(
        nic.name().value(),
        link.map(Link::alternativeNames).orElse(List.of()),
        link.map(Link::hardware)
            .flatMap(hardware -> hardware.permanentAddress().or(hardware::address))
            .or(nic::toldAddress),
        new NicFacts(nic, UNREAD).pci().map(address -> "pci-" + address),
        driver.map(DriverInfo::driver));
  }
}

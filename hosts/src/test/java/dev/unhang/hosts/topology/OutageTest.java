package dev.unhang.hosts.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.model.topology.Basis;
import dev.unhang.model.topology.Bonding;
import dev.unhang.model.topology.Element;
import dev.unhang.model.topology.ElementKind;
import dev.unhang.model.topology.Outage;
import dev.unhang.model.topology.Outage.Effect;
import dev.unhang.model.topology.Outage.Fate;
import dev.unhang.model.topology.Tie;
import dev.unhang.model.topology.Topology;
import dev.unhang.model.topology.Use;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OutageTest {
  private final List<Element> elements = new ArrayList<>();
  private final List<Tie> ties = new ArrayList<>();
  private final List<Use> uses = new ArrayList<>();

  private void element(String name, ElementKind kind, String... below) {
    element(name, kind, Optional.empty(), below);
  }

  private void element(String name, ElementKind kind, Optional<Bonding> bonding, String... below) {
    elements.add(new Element(name, kind, Optional.empty(), bonding, Basis.LIVE));
    for (String lower : below) {
      ties.add(new Tie(lower, name, Basis.LIVE));
    }
  }

  private void bondOfTwo(Optional<Bonding> bonding) {
    element("eno1", ElementKind.NIC);
    element("eno2", ElementKind.NIC);
    element("bond0", ElementKind.BOND, bonding, "eno1", "eno2");
    element("vmbr0", ElementKind.BRIDGE, "bond0");
    element("guest 100", ElementKind.GUEST, "vmbr0");
  }

  private Outage of(String nic) {
    return Outage.of(new Topology(elements, ties, uses, List.of(), List.of()), nic);
  }

  private static Effect effect(Outage outage, String name) {
    return outage.effects().stream()
        .filter(each -> each.element().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Optional<Bonding> bonding(String mode, String active, boolean arp) {
    return Optional.of(
        new Bonding(mode, active.isEmpty() ? Optional.empty() : Optional.of(active), arp));
  }

  @Test
  void everythingOnTheOnlyNicGoesDark() {
    element("eno1", ElementKind.NIC);
    element("vmbr0", ElementKind.BRIDGE, "eno1");
    element("guest 100", ElementKind.GUEST, "vmbr0");
    element("eno2", ElementKind.NIC);
    element("vmbr1", ElementKind.BRIDGE, "eno2");
    uses.add(new Use("vmbr0", Use.Kind.ADDRESS, "192.0.2.2/24"));
    uses.add(new Use("vmbr1", Use.Kind.ADDRESS, "198.51.100.2/24"));
    Outage outage = of("eno1");
    assertThat(outage.effects()).extracting(Effect::fate).containsOnly(Fate.DARK);
    assertThat(outage.effects())
        .extracting(effect -> effect.element().name())
        .containsExactly("vmbr0", "guest 100");
    assertThat(outage.uses()).extracting(Use::element).containsExactly("vmbr0");
  }

  @Test
  void aBondThatOnlyLooksAtCarriersDoesNotFailOver() {
    bondOfTwo(bonding("active-backup", "eno1", false));
    assertThat(effect(of("eno1"), "bond0").fate()).isEqualTo(Fate.DARK);
    assertThat(effect(of("eno1"), "bond0").why())
        .hasValueSatisfying(why -> assertThat(why).contains("keeps its carrier"));
    assertThat(effect(of("eno1"), "guest 100").fate()).isEqualTo(Fate.DARK);
  }

  @Test
  void theSlaveThatDoesNotSendIsNotMissed() {
    bondOfTwo(bonding("active-backup", "eno2", false));
    assertThat(of("eno1").effects()).hasSize(1);
    assertThat(effect(of("eno1"), "bond0").fate()).isEqualTo(Fate.SPARED);
  }

  @Test
  void arpMonitoringNoticesAHang() {
    bondOfTwo(bonding("active-backup", "eno1", true));
    assertThat(effect(of("eno1"), "bond0").fate()).isEqualTo(Fate.IMPAIRED);
  }

  @Test
  void whatIsNotKnownOfABondIsSaid() {
    bondOfTwo(bonding("active-backup", "", false));
    assertThat(effect(of("eno1"), "bond0").why()).contains("which slave is active is not known");
    elements.clear();
    ties.clear();
    bondOfTwo(Optional.empty());
    assertThat(effect(of("eno1"), "bond0").fate()).isEqualTo(Fate.IMPAIRED);
    assertThat(effect(of("eno1"), "guest 100").fate()).isEqualTo(Fate.IMPAIRED);
  }

  @Test
  void lacpNoticesLateAndOtherModesNever() {
    bondOfTwo(bonding("802.3ad", "", false));
    assertThat(effect(of("eno1"), "bond0").why())
        .hasValueSatisfying(why -> assertThat(why).contains("until LACP times out"));
    elements.clear();
    ties.clear();
    bondOfTwo(bonding("balance-rr", "", false));
    assertThat(effect(of("eno1"), "bond0").why())
        .hasValueSatisfying(why -> assertThat(why).contains("goes on doing so"));
  }

  @Test
  void aGuestWithTwoBridgesLosesOne() {
    element("eno1", ElementKind.NIC);
    element("eno2", ElementKind.NIC);
    element("vmbr0", ElementKind.BRIDGE, "eno1");
    element("vmbr1", ElementKind.BRIDGE, "eno2");
    element("guest 101", ElementKind.GUEST, "vmbr0", "vmbr1");
    assertThat(effect(of("eno1"), "guest 101").fate()).isEqualTo(Fate.IMPAIRED);
    assertThat(effect(of("eno1"), "guest 101").why())
        .contains("loses vmbr0, and goes on over vmbr1");
  }

  @Test
  void whatSitsTwiceOnTheSameNicHasNoOtherWay() {
    element("eno1", ElementKind.NIC);
    element("eno1.10", ElementKind.VLAN, "eno1");
    element("vmbr0", ElementKind.BRIDGE, "eno1.10");
    element("guest 1", ElementKind.GUEST, "eno1", "vmbr0");
    assertThat(effect(of("eno1"), "guest 1").fate()).isEqualTo(Fate.DARK);
  }
}

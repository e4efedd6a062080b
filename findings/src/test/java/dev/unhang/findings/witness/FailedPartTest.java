package dev.unhang.findings.witness;

import static dev.unhang.findings.witness.Houses.stranger;
import static dev.unhang.findings.witness.Houses.target;
import static dev.unhang.findings.witness.Houses.together;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.findings.witness.FailedPart.Kind;
import dev.unhang.model.topology.Bonding;
import dev.unhang.model.topology.ElementKind;
import dev.unhang.model.topology.Topology;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every part that can be named: when it is, when something looks like it, when it is ruled out,
/// and when too few are watched to say.
class FailedPartTest {
  private static final Bonding NO_ARP = new Bonding("active-backup", Optional.of("eno1"), false);
  private static final Bonding LACP = new Bonding("802.3ad", Optional.empty(), false);

  /// Two hosts with all that sits on them, and a router.
  private static final WitnessMap ALL =
      map(
          target("pve-01", "pve-01", "vmbr0"),
          target("nas", "pve-01", "guest 100"),
          target("web", "pve-01", "guest 101"),
          target("pve-02", "pve-02", "vmbr0"),
          target("db", "pve-02", "guest 100"),
          stranger("router"));

  private static WitnessMap map(WitnessTarget... targets) {
    return new WitnessMap(
        List.of(new HostMap("pve-01", Houses.usual(2)), new HostMap("pve-02", Houses.usual(3))),
        List.of(targets));
  }

  /// A host of another make, and a router that tells it from the path.
  private static WitnessMap map(Topology topology, WitnessTarget... targets) {
    List<WitnessTarget> all =
        Stream.concat(Stream.of(targets), Stream.of(stranger("router"))).toList();
    return new WitnessMap(List.of(new HostMap("pve", topology)), all);
  }

  /// @param kind the part's; null where it must stay undecided
  record Case(String title, WitnessMap map, List<String> dark, Optional<Kind> kind, String name) {
    @Override
    public String toString() {
      return title;
    }
  }

  private static Case named(String title, WitnessMap map, Kind kind, String name, String... dark) {
    return new Case(title, map, List.of(dark), Optional.of(kind), name);
  }

  private static Case undecided(String title, WitnessMap map, String why, String... dark) {
    return new Case(title, map, List.of(dark), Optional.empty(), why);
  }

  static Stream<Case> cases() {
    WitnessMap ports =
        map(
            new Houses()
                .element(ElementKind.NIC, "eno1")
                .element(ElementKind.BRIDGE, "vmbr0", "eno1")
                .element(ElementKind.TAP, "tap100i0", "vmbr0")
                .element(ElementKind.TAP, "tap100i1", "vmbr0")
                .guest("100", "nas", "tap100i0", "tap100i1")
                .build(),
            target("nas-0", "pve", "tap100i0"),
            target("nas-1", "pve", "tap100i1"),
            target("pve", "pve", "vmbr0"));
    WitnessMap vlans =
        map(
            new Houses()
                .element(ElementKind.NIC, "eno1")
                .element(ElementKind.VLAN, "eno1.20", "eno1")
                .element(ElementKind.BRIDGE, "vmbr20", "eno1.20")
                .element(ElementKind.BRIDGE, "vmbr0", "eno1")
                .element(ElementKind.TAP, "tap100i0", "vmbr0")
                .guest("100", "nas", "tap100i0")
                .element(ElementKind.TAP, "tap101i0", "vmbr0")
                .guest("101", "web", "tap101i0")
                .build(),
            target("nas", "pve", "guest 100"),
            target("web", "pve", "guest 101"),
            target("storage", "pve", "vmbr20"));
    return Stream.of(
        named("a guest alone", ALL, Kind.GUEST, "guest 100 (nas) of pve-01", "nas"),
        named(
            "a port, when the guest answers at another",
            ports,
            Kind.PORT,
            "tap tap100i1 of pve",
            "nas-1"),
        named(
            "a guest, when all its ports are silent",
            ports,
            Kind.GUEST,
            "guest 100 (nas) of pve",
            "nas-0",
            "nas-1"),
        named(
            "a bridge, when the NIC carries others",
            vlans,
            Kind.BRIDGE,
            "bridge vmbr0 of pve",
            "nas",
            "web"),
        named("a NIC", ALL, Kind.NIC, "NIC eno1 of pve-01", "pve-01", "nas", "web"),
        named(
            "a path to several hosts",
            ALL,
            Kind.PATH,
            "switch or path between the witness and pve-01, pve-02",
            "pve-01",
            "nas",
            "web",
            "pve-02",
            "db"),
        named(
            "a path to a host and the router",
            ALL,
            Kind.PATH,
            "switch or path between the witness and pve-02, router",
            "pve-02",
            "db",
            "router"),
        named(
            "the witness itself",
            ALL,
            Kind.WITNESS,
            "the witness's own network, or what everybody is reached by",
            "pve-01",
            "nas",
            "web",
            "pve-02",
            "db",
            "router"),
        named("what no map has", ALL, Kind.TARGET, "router", "router"),
        undecided(
            "two guests while their host answers", ALL, "no one part of pve-01", "nas", "web"),
        undecided(
            "guests of two hosts while both answer", ALL, "no one part explains it", "nas", "db"),
        undecided("a host address while its guests answer", ALL, "no one part of pve-02", "pve-02"),
        undecided(
            "a guest of which nothing else is watched",
            map(target("nas", "pve-01", "guest 100"), stranger("router")),
            "nothing else on the way",
            "nas"),
        undecided(
            "the only target",
            map(target("pve-01", "pve-01", "vmbr0")),
            "nothing elsewhere answers",
            "pve-01"),
        undecided(
            "the only host",
            map(target("pve-01", "pve-01", "vmbr0"), target("nas", "pve-01", "guest 100")),
            "nothing elsewhere answers",
            "pve-01",
            "nas"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void isNamedByWhoIsDarkAndWhoAnswers(Case each) {
    FailedPart part =
        FailedPart.of(together(each.map(), each.dark().toArray(String[]::new)), each.map());
    switch (part) {
      case FailedPart.Named named -> {
        assertThat(named.name()).isEqualTo(each.name());
        assertThat(Optional.of(named.kind())).isEqualTo(each.kind());
      }
      case FailedPart.Undecided open -> {
        assertThat(each.kind()).as(open.toString()).isEmpty();
        assertThat(open.why()).startsWith(each.name());
      }
    }
  }

  private static FailedPart.Named named(WitnessMap map, String... dark) {
    FailedPart part = FailedPart.of(together(map, dark), map);
    assertThat(part).isInstanceOf(FailedPart.Named.class);
    return (FailedPart.Named) part;
  }

  private static FailedPart.Undecided open(WitnessMap map, String... dark) {
    FailedPart part = FailedPart.of(together(map, dark), map);
    assertThat(part).isInstanceOf(FailedPart.Undecided.class);
    return (FailedPart.Undecided) part;
  }

  @Test
  void whatLooksTheSameIsNamedToo() {
    assertThat(named(ALL, "nas").alike())
        .containsExactly("tap tap100i0", "bridge fwbr100i0", "veth fwln100i0", "veth fwpr100p0");
    assertThat(named(ALL, "pve-01", "nas", "web").alike())
        .containsExactly("its cable or switch port", "bridge vmbr0", "the host itself");
  }

  @Test
  void whatAnswersRulesOutWhatCarriesIt() {
    assertThat(named(ALL, "nas").ruledOut())
        .containsExactly(
            "bridge vmbr0: pve-01 answers over it", "NIC eno1: pve-01 answers over it");
  }

  @Test
  void aHostThatAnswersElsewhereIsNotTheNics() {
    Topology two =
        new Houses()
            .element(ElementKind.NIC, "eno1")
            .element(ElementKind.BRIDGE, "vmbr0", "eno1")
            .element(ElementKind.NIC, "eno2")
            .address("eno2", "198.51.100.2/24")
            .build();
    WitnessMap one = map(two, target("pve", "pve", "vmbr0"));
    assertThat(named(one, "pve").alike()).contains("the host itself");
    assertThat(named(one, "pve").tells()).contains("198.51.100.2 (eno2 of pve)");
    WitnessMap both = map(two, target("pve", "pve", "vmbr0"), target("pve-2", "pve", "eno2"));
    assertThat(named(both, "pve").name()).isEqualTo("NIC eno1 of pve");
    assertThat(named(both, "pve").alike()).doesNotContain("the host itself");
    assertThat(named(both, "pve", "pve-2").kind()).isEqualTo(Kind.HOST);
  }

  @Test
  void aGuestIsToldFromItsHostByTheHostsAddress() {
    WitnessMap few = map(target("nas", "pve-01", "guest 100"), stranger("router"));
    FailedPart.Undecided open = open(few, "nas");
    assertThat(open.fits())
        .contains("guest 100 (nas)", "tap tap100i0", "bridge vmbr0", "NIC eno1", "the host itself");
    assertThat(open.tells()).contains("192.0.2.2 (vmbr0 of pve-01)");
    assertThat(open(map(target("nas", "pve-01", "guest 100")), "nas").tells())
        .contains("the witness's router, or another host");
  }

  @Test
  void aBondThatDoesNotFailOverIsDarkWithItsNic() {
    Topology bonded =
        new Houses()
            .element(ElementKind.NIC, "eno1")
            .element(ElementKind.NIC, "eno2")
            .bond("bond0", NO_ARP, "eno1", "eno2")
            .element(ElementKind.BRIDGE, "vmbr0", "bond0")
            .build();
    FailedPart.Named part = named(map(bonded, target("pve", "pve", "vmbr0")), "pve");
    assertThat(part.name()).isEqualTo("NIC eno1 of pve");
    assertThat(part.alike()).contains("bond bond0").doesNotContain("NIC eno2");
  }

  @Test
  void aNicOfAnLacpBondWouldOnlyImpair() {
    Topology bonded =
        new Houses()
            .element(ElementKind.NIC, "eno1")
            .element(ElementKind.NIC, "eno2")
            .bond("bond0", LACP, "eno1", "eno2")
            .element(ElementKind.NIC, "eno3")
            .build();
    WitnessMap watched = map(bonded, target("pve", "pve", "bond0"), target("other", "pve", "eno3"));
    FailedPart.Named part = named(watched, "pve");
    assertThat(part.kind()).isEqualTo(Kind.BOND);
    assertThat(part.alike()).containsExactly("NIC eno1", "NIC eno2");
    FailedPart.Named all = named(watched, "pve", "other");
    assertThat(all.kind()).isEqualTo(Kind.HOST);
  }

  /// One that is silent for another reason neither speaks for a part nor against it.
  @Test
  void whoIsUnknownIsNotCounted() {
    ReachabilityTracker.Together all = together(ALL, "pve-01", "nas");
    ReachabilityTracker.Together inDoubt =
        new ReachabilityTracker.Together(
            all.dark(), Set.of("pve-02", "router"), Set.of("web", "db"));
    assertThat(FailedPart.of(all, ALL)).isInstanceOf(FailedPart.Undecided.class);
    assertThat(FailedPart.of(inDoubt, ALL))
        .isInstanceOfSatisfying(
            FailedPart.Named.class, part -> assertThat(part.kind()).isEqualTo(Kind.NIC));
    assertThat(inDoubt.dark().getFirst().since()).isEqualTo(Instant.EPOCH.plusSeconds(1));
  }
}

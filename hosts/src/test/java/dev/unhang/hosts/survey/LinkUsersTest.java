package dev.unhang.hosts.survey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.net.Link;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Who goes dark with a NIC, over bonds, VLANs and bridges.
class LinkUsersTest {
  private static Link link(int index, String name, Link.Stacking stacking) {
    return new Link(
        index,
        new InterfaceName(name),
        List.of(),
        new Link.Hardware(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        new Link.State(
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        stacking,
        List.of());
  }

  private static Link port(int index, String name, int master) {
    return link(
        index,
        name,
        new Link.Stacking(Optional.empty(), Optional.of(master), Optional.empty(), false));
  }

  private static Link made(int index, String name, String kind) {
    return link(
        index,
        name,
        new Link.Stacking(Optional.of(kind), Optional.empty(), Optional.empty(), false));
  }

  private static Link on(int index, String name, String kind, int lower) {
    return link(
        index,
        name,
        new Link.Stacking(Optional.of(kind), Optional.empty(), Optional.of(lower), false));
  }

  private static List<String> users(Link nic, List<Link> links) {
    return LinkUsers.of(nic, links).stream()
        .map(user -> user.name() + " (" + user.kind() + ") on " + user.on())
        .toList();
  }

  /// eno1 and eno2 in bond0; a VLAN of it in vmbr1, with a guest; another guest by macvlan.
  @Test
  void usersAreFollowedOverBondsVlansAndBridges() {
    Link eno1 = port(2, "eno1", 10);
    Link vlan =
        link(
            11,
            "bond0.30",
            new Link.Stacking(Optional.of("vlan"), Optional.of(12), Optional.of(10), false));
    List<Link> links =
        List.of(
            made(1, "lo", "none"),
            eno1,
            port(3, "eno2", 10),
            made(10, "bond0", "bond"),
            vlan,
            made(12, "vmbr1", "bridge"),
            port(13, "tap101i0", 12),
            on(14, "mac0", "macvlan", 10),
            made(15, "vmbr9", "bridge"),
            port(16, "tap109i0", 15));
    assertThat(users(eno1, links))
        .containsExactly(
            "bond0 (bond) on eno1",
            "bond0.30 (vlan) on bond0",
            "mac0 (macvlan) on bond0",
            "vmbr1 (bridge) on bond0.30",
            "guest 101 (guest) on vmbr1");
  }

  /// A veth names its peer where a VLAN names what it sits on.
  @Test
  void thePeerOfAVethDoesNotSitOnIt() {
    Link one = on(2, "veth0", "veth", 3);
    assertThat(users(one, List.of(one, on(3, "veth1", "veth", 2)))).isEmpty();
  }

  @Test
  void aVlanWhoseLowerLinkIsInAnotherNamespaceIsNoUserOfOurs() {
    Link eno1 = made(2, "eno1", "none");
    Link elsewhere =
        link(
            7,
            "vlan7",
            new Link.Stacking(Optional.of("vlan"), Optional.empty(), Optional.of(2), true));
    assertThat(users(eno1, List.of(eno1, elsewhere))).isEmpty();
  }

  @Test
  void aMasterThatIsNotListedIsSaidToBeSo() {
    assertThat(users(port(2, "eno1", 77), List.of(port(2, "eno1", 77))))
        .containsExactly("interface 77 (not listed) on eno1");
  }

  /// The kernel would not make such links, and an answer may be torn.
  @Test
  void linksInACircleEnd() {
    Link one = on(2, "a", "vlan", 3);
    Link two = on(3, "b", "vlan", 2);
    assertThat(users(one, List.of(one, two))).hasSize(2);
  }
}

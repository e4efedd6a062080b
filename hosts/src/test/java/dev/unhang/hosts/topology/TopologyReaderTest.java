package dev.unhang.hosts.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.model.evidence.Trouble;
import dev.unhang.model.host.KernelQuestion.Addresses;
import dev.unhang.model.host.KernelQuestion.Links;
import dev.unhang.model.host.KernelQuestion.Routes;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.id.IpAddress;
import dev.unhang.model.net.InterfaceAddress;
import dev.unhang.model.net.Link;
import dev.unhang.model.net.LinkDetails;
import dev.unhang.model.net.LinkFlag;
import dev.unhang.model.net.Route;
import dev.unhang.model.topology.Basis;
import dev.unhang.model.topology.Element;
import dev.unhang.model.topology.ElementKind;
import dev.unhang.model.topology.Outage;
import dev.unhang.model.topology.Topology;
import dev.unhang.model.topology.Use;
import dev.unhang.testing.KnownKernel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TopologyReaderTest {
  private static final String INTERFACES = "/etc/network/interfaces";

  private final List<Link> links = new ArrayList<>();
  private final List<InterfaceAddress> addresses = new ArrayList<>();
  private final List<Route> routes = new ArrayList<>();
  private final KnownKernel kernel =
      new KnownKernel().with(new Addresses(), addresses).with(new Routes(), routes);
  private final PaperHost host = new PaperHost(kernel);

  private int link(String name, String kind, int master, int lower, LinkDetails... details) {
    int index = links.size() + 2;
    kernel.with(new Links(), links);
    links.add(
        new Link(
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
                List.of(LinkFlag.UP),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()),
            new Link.Stacking(
                kind.isEmpty() ? Optional.empty() : Optional.of(kind),
                master == 0 ? Optional.empty() : Optional.of(master),
                lower == 0 ? Optional.empty() : Optional.of(lower),
                false,
                List.of(details).stream().findFirst()),
            List.of()));
    return index;
  }

  private Topology read() {
    return TopologyReader.read(host);
  }

  private static List<String> names(List<Element> elements) {
    return elements.stream().map(Element::name).toList();
  }

  private void hypervisor() {
    int bond = 4;
    int bridge = 5;
    link("eno1", "", bond, 0);
    link("eno2", "", bond, 0);
    link("bond0", "bond", bridge, 0, new LinkDetails.Bond("active-backup", Optional.of(2), 100, 0));
    link("vmbr0", "bridge", 0, 0, new LinkDetails.Bridge(true));
    link("fwpr100p0", "veth", bridge, 7);
    link("fwln100i0", "veth", 8, 6);
    link("fwbr100i0", "bridge", 0, 0, new LinkDetails.Bridge(false));
    link("tap100i0", "tun", 8, 0);
    link("veth102i0", "veth", bridge, 0);
    link("vmbr0.10", "vlan", 0, bridge, new LinkDetails.Vlan(10));
  }

  @Test
  void theWayFromANicToItsGuestsIsFound() {
    hypervisor();
    Topology topology = read();
    assertThat(names(topology.above("eno1"))).containsExactly("bond0");
    assertThat(names(topology.above("bond0"))).containsExactly("vmbr0");
    assertThat(names(topology.above("vmbr0")))
        .containsExactlyInAnyOrder("fwpr100p0", "veth102i0", "vmbr0.10");
    assertThat(names(topology.above("fwpr100p0"))).containsExactly("fwln100i0");
    assertThat(names(topology.above("fwln100i0"))).containsExactly("fwbr100i0");
    assertThat(names(topology.above("fwbr100i0"))).containsExactly("tap100i0");
    assertThat(names(topology.above("tap100i0"))).containsExactly("guest 100");
    assertThat(names(topology.above("veth102i0"))).containsExactly("guest 102");
    assertThat(names(topology.below("bond0"))).containsExactly("eno1", "eno2");
    assertThat(topology.element("bond0").orElseThrow().bonding().orElseThrow().active())
        .contains("eno1");
    assertThat(topology.element("vmbr0").orElseThrow().label()).contains("VLAN-aware");
    assertThat(topology.element("vmbr0.10").orElseThrow().label()).contains("id 10");
    assertThat(topology.unread()).isEmpty();
  }

  @Test
  void guestsAreNamedByTheirFiles() {
    hypervisor();
    host.file(
            "/etc/pve/qemu-server/100.conf", "name: nas\nnet0: virtio=A,bridge=vmbr0,firewall=1\n")
        .file("/etc/pve/qemu-server/105.conf", "name: stopped\nnet0: virtio=A,bridge=vmbr0\n")
        .file("/etc/pve/lxc/102.conf", "hostname: dns\nnet0: name=eth0,bridge=vmbr0\n");
    Topology topology = read();
    assertThat(topology.element("guest 100").orElseThrow().label()).contains("nas");
    assertThat(topology.element("guest 102").orElseThrow().label()).contains("dns");
    assertThat(topology.element("guest 105")).isEmpty();
    assertThat(topology.disagreements()).isEmpty();
  }

  @Test
  void aClusterFileSystemThatIsNotMountedIsNoHostWithoutGuests() {
    host.file("/etc/pve/", "");
    assertThat(read().unread())
        .extracting(Trouble::what)
        .singleElement()
        .asString()
        .contains("not mounted");
  }

  @Test
  void aGuestsPortInAnotherBridgeThanItsFileSays() {
    hypervisor();
    host.file("/etc/pve/qemu-server/100.conf", "net0: virtio=A,bridge=vmbr7,firewall=1\n")
        .file("/etc/pve/lxc/102.conf", "net0: name=eth0,bridge=vmbr0\n");
    assertThat(read().disagreements())
        .extracting(Trouble::toString)
        .singleElement()
        .asString()
        .contains("100.conf")
        .contains("fwpr100p0 is a port of vmbr7, but there is no interface vmbr7");
  }

  @Test
  void configurationAndKernelAgree() {
    hypervisor();
    host.file(
        INTERFACES,
        """
        auto bond0
        iface bond0 inet manual
          bond-slaves eno1 eno2
        auto vmbr0
        iface vmbr0 inet static
          bridge_ports bond0
        """);
    Topology topology = read();
    assertThat(topology.disagreements()).isEmpty();
    assertThat(topology.element("bond0").orElseThrow().basis()).isEqualTo(Basis.BOTH);
    assertThat(topology.ties())
        .filteredOn(tie -> tie.lower().equals("bond0"))
        .singleElement()
        .satisfies(tie -> assertThat(tie.basis()).isEqualTo(Basis.BOTH));
  }

  @Test
  void whatIsConfiguredAndNotThereIsSaidWithItsLine() {
    hypervisor();
    host.file(
        INTERFACES,
        "auto vmbr0\niface vmbr0 inet manual\n  bridge-ports bond0 enp9s0\n"
            + "iface vmbr3 inet manual\n  bridge-ports enp8s0\n");
    assertThat(read().disagreements())
        .extracting(Trouble::toString)
        .singleElement()
        .asString()
        .isEqualTo(INTERFACES + ":3: enp9s0 is a port of vmbr0, but there is no interface enp9s0");
  }

  @Test
  void whatIsThereAndNotConfiguredIsForgottenAtTheNextBoot() {
    hypervisor();
    host.file(INTERFACES, "auto vmbr0\niface vmbr0 inet manual\n  bridge-ports none\n");
    assertThat(read().disagreements())
        .extracting(Trouble::what)
        .singleElement()
        .asString()
        .contains("bond0 is a port of vmbr0")
        .contains("next boot");
  }

  @Test
  void aDiskTellsWhatItsFilesWouldMake() {
    host.file(
            INTERFACES,
            """
            auto lo
            iface lo inet loopback
            iface eno1 inet manual
            auto vmbr0
            iface vmbr0 inet dhcp
              bridge-ports eno1.30
            auto vmbr1
            iface vmbr1 inet manual
              ovs_type OVSBridge
              ovs_ports enp2s0
            """)
        .file("/etc/pve/qemu-server/100.conf", "name: nas\nnet0: virtio=A,bridge=vmbr0\n")
        .file("/etc/pve/lxc/101.conf", "hostname: dns\nnet0: name=eth0,bridge=vmbr1\n")
        .file(
            "/etc/libvirt/qemu/web.xml",
            "<domain><name>web</name><devices><interface><source bridge='vmbr0'/></interface>"
                + "</devices></domain>");
    Topology topology = read();
    assertThat(names(topology.above("eno1"))).containsExactly("eno1.30");
    assertThat(names(topology.above("eno1.30"))).containsExactly("vmbr0");
    assertThat(names(topology.above("vmbr0"))).containsExactly("guest 100", "guest web");
    assertThat(names(topology.above("vmbr1"))).containsExactly("guest 101");
    assertThat(topology.element("vmbr1").orElseThrow().kind()).isEqualTo(ElementKind.OVS_BRIDGE);
    assertThat(topology.elements()).extracting(Element::basis).containsOnly(Basis.CONFIGURED);
    assertThat(topology.disagreements()).isEmpty();
  }

  @Test
  void bridgesOfOpenVswitchAreAskedOfItsDatabase() {
    link("ovs-system", "openvswitch", 0, 0);
    link("eno1", "", 2, 0);
    link("vmbr1", "openvswitch", 0, 0);
    link("tap100i0", "tun", 2, 0);
    host.answer("ovs-vsctl --timeout=2 list-br", "vmbr1\n")
        .answer("ovs-vsctl --timeout=2 list-ports vmbr1", "eno1\ntap100i0\n");
    Topology topology = read();
    assertThat(names(topology.above("eno1"))).containsExactly("vmbr1");
    assertThat(names(topology.above("vmbr1"))).containsExactly("tap100i0");
    assertThat(topology.unread()).isEmpty();
  }

  @Test
  void withoutItsProgramOpenVswitchIsAGap() {
    link("ovs-system", "openvswitch", 0, 0);
    assertThat(read().unread())
        .extracting(Trouble::toString)
        .singleElement()
        .asString()
        .contains("ovs-vsctl");
  }

  @Test
  void whatTheHostDoesThroughItsInterfaces() {
    hypervisor();
    addresses.add(new InterfaceAddress(5, "192.0.2.2", 24, "global"));
    addresses.add(new InterfaceAddress(5, "fe80::1", 64, "link"));
    IpAddress zero = IpAddress.parse("0.0.0.0").orElseThrow();
    routes.add(new Route(zero, 0, 5, IpAddress.parse("192.0.2.1"), 0));
    routes.add(
        new Route(IpAddress.parse("198.51.100.0").orElseThrow(), 24, 3, Optional.empty(), 0));
    host.file("/proc/self/status", "Name:\tjava\nPPid:\t7\n")
        .file("/proc/self/environ", "TERM=linux\0")
        .file("/proc/7/environ", "A=b\0SSH_CONNECTION=203.0.113.9 50022 192.0.2.2 22\0")
        .file(
            "/etc/corosync/corosync.conf",
            "node {\n name: pve-02\n ring0_addr: pve-02\n}\nnode {\n ring0_addr: 192.0.2.3\n}\n")
        .file("/etc/hosts", "127.0.0.1 localhost\n192.0.2.2 pve-02.example pve-02 # me\n")
        .file(
            "/proc/self/mounts",
            "/dev/sda1 / ext4 rw 0 0\n"
                + "nas:/tank /mnt/tank nfs4 rw,vers=4.2,addr=198.51.100.9 0 0\n")
        .file(
            "/proc/net/tcp",
            "  sl  local_address rem_address   st\n"
                + "   0: 020200C0:D2F0 096433C6:0CBC 01 00000000:00000000 00:00000000 0 0 1\n"
                + "   1: 020200C0:D2F1 096433C6:0CBC 06 00000000:00000000 00:00000000 0 0 1\n");
    assertThat(read().uses())
        .containsExactly(
            new Use("vmbr0", Use.Kind.ADDRESS, "192.0.2.2/24"),
            new Use("vmbr0", Use.Kind.DEFAULT_ROUTE, "default route via 192.0.2.1"),
            new Use("vmbr0", Use.Kind.LOGIN, "you are logged in over this, from 203.0.113.9"),
            new Use("vmbr0", Use.Kind.CLUSTER, "cluster link 0, pve-02"),
            new Use("eno2", Use.Kind.STORAGE, "NFS nas:/tank at /mnt/tank"),
            new Use("eno2", Use.Kind.STORAGE, "iSCSI 198.51.100.9"));
  }

  @Test
  void linksThatPointAtEachOtherEnd() {
    link("a", "vlan", 3, 3);
    link("b", "bridge", 2, 2);
    link("c", "veth", 4, 4);
    Topology topology = read();
    assertThat(topology.elements()).hasSize(3);
    for (Element element : topology.elements()) {
      assertThat(Outage.of(topology, element.name()).nic()).isEqualTo(element.name());
    }
  }
}

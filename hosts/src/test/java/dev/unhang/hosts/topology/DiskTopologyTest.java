package dev.unhang.hosts.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.model.host.KernelQuestion.Addresses;
import dev.unhang.model.host.KernelQuestion.Routes;
import dev.unhang.model.topology.ElementKind;
import dev.unhang.model.topology.Outage;
import dev.unhang.model.topology.Topology;
import dev.unhang.testing.KnownKernel;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the files of a host that doesn't run make, whoever reads them.
class DiskTopologyTest {
  private final PaperHost host =
      new PaperHost(
              new KnownKernel().with(new Addresses(), List.of()).with(new Routes(), List.of()))
          .file("/usr/share/ifupdown2/__main__.py", "");

  private Topology read() {
    return TopologyReader.read(host);
  }

  private List<String> ties() {
    return read().ties().stream().map(tie -> tie.lower() + " " + tie.upper()).sorted().toList();
  }

  private ElementKind kind(String name) {
    return read().element(name).orElseThrow().kind();
  }

  @Test
  void netplansBridgesBondsAndVlans() {
    host.file(
        "/etc/netplan/01.yaml",
        """
        network:
          version: 2
          ethernets:
            lan:
              match:
                macaddress: 00:00:5e:00:53:01
              set-name: eno1
            eno2: {}
          bonds:
            bond0:
              interfaces:
                - lan
                - eno2 # both
              parameters:
                mode: active-backup
          vlans:
            v20:
              id: 20
              link: bond0
          bridges:
            br0:
              interfaces: [v20]
        """);
    assertThat(ties()).containsExactly("bond0 v20", "eno1 bond0", "eno2 bond0", "v20 br0");
    assertThat(kind("bond0")).isEqualTo(ElementKind.BOND);
    assertThat(read().element("v20").orElseThrow().label()).contains("id 20");
    assertThat(read().unread())
        .singleElement()
        .satisfies(why -> assertThat(why.toString()).contains("01.yaml").contains("flow style"));
  }

  @Test
  void networkManagersProfiles() {
    String folder = "/etc/NetworkManager/system-connections/";
    host.file(
            folder + "eno1.nmconnection",
            "[connection]\ntype=ethernet\ninterface-name=eno1\ncontroller=11-22\n")
        .file(
            folder + "br0.nmconnection",
            "[connection]\nuuid=11-22\ntype=bridge\ninterface-name=br0\n")
        .file(
            folder + "v.nmconnection",
            "[connection]\ntype=vlan\ninterface-name=br0.5\n[vlan]\nid=5\nparent=br0\n");
    assertThat(ties()).containsExactly("br0 br0.5", "eno1 br0");
    assertThat(kind("br0")).isEqualTo(ElementKind.BRIDGE);
    assertThat(read().unread()).isEmpty();
    host.file(folder + "any.nmconnection", "[connection]\nid=any\ntype=ethernet\n");
    assertThat(read().unread())
        .singleElement()
        .satisfies(why ->
            assertThat(why.toString()).contains("any.nmconnection").contains("names no interface"));
  }

  @Test
  void networkdsFiles() {
    host.file("/etc/systemd/network/10-br.netdev", "[NetDev]\nName=br0\nKind=bridge\n")
        .file("/etc/systemd/network/10-v.netdev", "[NetDev]\nName=v5\nKind=vlan\n[VLAN]\nId=5\n")
        .file("/etc/systemd/network/20-e.network", "[Match]\nName=eno1\n[Network]\nBridge=br0\n")
        .file("/etc/systemd/network/30-b.network", "[Match]\nName=br0\n[Network]\nVLAN=v5\n");
    assertThat(ties()).containsExactly("br0 v5", "eno1 br0");
    assertThat(kind("v5")).isEqualTo(ElementKind.VLAN);
  }

  @Test
  void filesOfTheNetworkScripts() {
    String folder = "/etc/sysconfig/network-scripts/ifcfg-";
    host.file(folder + "eno1", "DEVICE=eno1\nMASTER=bond0\nSLAVE=yes\n")
        .file(folder + "eno1.bak", "DEVICE=eno9\nMASTER=bond0\n")
        .file(folder + "bond0", "DEVICE=bond0\nBONDING_OPTS=\"mode=1\"\n")
        .file(folder + "bond0.7", "DEVICE=bond0.7\nVLAN=yes\nBRIDGE=br7\n")
        .file(folder + "br7", "DEVICE=br7\nTYPE=Bridge\n");
    assertThat(ties()).containsExactly("bond0 bond0.7", "bond0.7 br7", "eno1 bond0");
    assertThat(read().element("eno9")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/etc/NIXOS",
    "/etc/conf.d/net",
    "/etc/sysconfig/network/ifcfg-eth0",
    "/etc/wicked/ifconfig/all.xml",
    "/etc/netctl/lan",
    "/etc/connman/main.conf",
    "/var/lib/connman/settings"
  })
  void whatIsNotReadIsNamed(String path) {
    host.file(path, "");
    assertThat(read().unread())
        .singleElement()
        .satisfies(why -> assertThat(why.toString()).contains("not read"));
  }

  @ParameterizedTest
  @CsvSource({
    "/etc/wicked/common.xml",
    "/etc/sysconfig/network/ifcfg-lo",
    "/etc/sysconfig/network/config",
    "/etc/sysconfig/network",
    "/etc/netctl/examples/bonding",
    "/etc/netctl/hooks/x"
  })
  void whatAPackageBringsSetsNothingUp(String path) {
    host.file(path, "");
    assertThat(read().unread()).isEmpty();
  }

  @Test
  void aServiceThatIsNotStartedSetsNothingUp() {
    host.file("/etc/netctl/lan", "")
        .file("/etc/connman/main.conf", "")
        .file("/etc/systemd/system/multi-user.target.wants/sshd.service", "");
    assertThat(read().unread()).isEmpty();
    host.file("/etc/systemd/system/multi-user.target.wants/netctl@lan.service", "")
        .file("/etc/systemd/system/multi-user.target.wants/connman.service", "");
    assertThat(read().unread().stream().map(Object::toString))
        .satisfiesExactly(
            first -> assertThat(first).contains("netctl's profiles are not read"),
            second -> assertThat(second).contains("ConnMan's configuration is not read"));
  }

  @Test
  void wickedReadsNothingWhereAnotherServiceHasTheNetwork() {
    String service = "/etc/systemd/system/network.service";
    host.file("/etc/sysconfig/network/ifcfg-eth0", "")
        .link(service, "/usr/lib/systemd/system/NetworkManager.service");
    assertThat(read().unread()).isEmpty();
    host.link(service, "/usr/lib/systemd/system/wicked.service");
    assertThat(read().unread())
        .singleElement()
        .satisfies(why ->
            assertThat(why.toString()).contains("/etc/sysconfig/network").contains("wicked"));
  }

  /// In the form of pve-network's VLAN zones.
  @Test
  void aZonesCableCarriesWhatIsBehindIt() {
    host.file(
        "/etc/network/interfaces",
        """
        iface eno1 inet manual
        auto ln_lan
        iface ln_lan
          link-type veth
          veth-peer-name pr_lan
        auto pr_lan
        iface pr_lan
          link-type veth
          veth-peer-name ln_lan
        auto vmbr0v42
        iface vmbr0v42
          bridge_ports eno1.42 pr_lan
        auto lan
        iface lan
          bridge_ports ln_lan
        """);
    assertThat(kind("ln_lan")).isEqualTo(ElementKind.VETH);
    assertThat(
            Outage.of(read(), "eno1").effects().stream()
                .map(each -> each.element().name() + " " + each.fate()))
        .contains("vmbr0v42 DARK", "lan DARK")
        .noneMatch(each -> each.endsWith("IMPAIRED"));
  }

  @Test
  void whatHasNoDeviceIsNoNic() {
    host.file(
        "/etc/network/interfaces",
        """
        iface base inet manual
        auto eno1
        iface eno1 inet manual inherits base
        auto eno1:1
        iface eno1:1 inet static
        auto vx10
        iface vx10
          vxlan-id 10
          vxlan-physdev eno1
        auto blue
        iface blue
          vrf-table auto
        iface eno2
          vrf blue
        auto dummy0
        iface dummy0
          link-type dummy
        auto vmbr0
        iface vmbr0
          bridge-ports glob eno5-6
          bridge-ports eno7 regex en.*
        auto int0
        iface int0
          ovs-type OVSIntPort
          ovs-bridge ovs0
        """);
    assertThat(
            read().elements().stream()
                .filter(each -> each.kind() == ElementKind.NIC)
                .map(each -> each.name()))
        .containsExactlyInAnyOrder("eno1", "eno2", "eno5", "eno6", "eno7", "ovs0");
    assertThat(ties()).contains("eno1 vx10", "eno2 blue", "eno5 vmbr0", "eno7 vmbr0");
  }
}

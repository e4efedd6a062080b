package dev.unhang.hosts.outputs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.id.PciAddress;
import dev.unhang.model.id.PciId;
import dev.unhang.model.net.Counter;
import dev.unhang.model.net.InterfaceAddress;
import dev.unhang.model.net.Link;
import dev.unhang.model.net.LinkFlag;
import dev.unhang.model.net.Machine;
import dev.unhang.model.net.PciFunction;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostOutputsTest {
  private static final InterfaceName ENO1 = new InterfaceName("eno1");

  private static Link link(Reading<List<Link>> links, String name) {
    return links.known().orElseThrow().stream()
        .filter(link -> link.name().value().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /// What each option shows of the same four functions.
  @ParameterizedTest
  @CsvSource({
    "lspci.txt,        ,       , Ethernet Connection (7) I219-V, 10",
    "lspci-n.txt, 8086:15bc,    , ,                               10",
    "lspci-nn.txt, 8086:15bc,   , Ethernet Connection (7) I219-V, 10",
    "lspci-v.txt,      ,       , Ethernet Connection (7) I219-V, 10",
    "lspci-nnv.txt, 8086:15bc, 1043:8672, Ethernet Connection (7) I219-V, 10",
    "lspci-mm.txt,     ,       , Ethernet Connection (7) I219-V, 10",
    "lspci-nnmm.txt, 8086:15bc, 1043:8672, Ethernet Connection (7) I219-V, 10",
    "lspci-vmm.txt,    ,       , Ethernet Connection (7) I219-V, 10",
    "lspci-nnvmmk.txt, 8086:15bc, 1043:8672, Ethernet Connection (7) I219-V, 10"
  })
  void lspciInAllItsForms(String file, String id, String board, String device, String revision) {
    Reading<List<PciFunction>> read = Lspci.read(Outputs.pasted(file));
    assertThat(read).isInstanceOf(Reading.Read.class);
    List<PciFunction> functions = read.known().orElseThrow();
    assertThat(functions)
        .extracting(function -> function.address().value())
        .containsExactly("0000:00:00.0", "0000:00:1f.6", "0000:04:00.0", "0001:03:00.0");
    PciFunction nic = functions.get(1);
    assertThat(nic.id().map(PciId::toString)).isEqualTo(Optional.ofNullable(id));
    assertThat(nic.subsystem().map(PciId::toString)).isEqualTo(Optional.ofNullable(board));
    assertThat(nic.deviceName()).isEqualTo(Optional.ofNullable(device));
    assertThat(nic.vendorName())
        .isEqualTo(device == null ? Optional.empty() : Optional.of("Intel Corporation"));
    assertThat(nic.revision().map(Integer::toHexString)).contains(revision);
    assertThat(nic.classCode()).contains(0x020000);
    assertThat(nic.driver()).isEmpty();
  }

  @Test
  void theDriverInUseAndTheBoard() {
    assertThat(Lspci.read(Outputs.pasted("lspci-nnk.asus.txt")).known().orElseThrow())
        .containsExactly(
            new PciFunction(
                new PciAddress("0000:00:1f.6"),
                Optional.of(0x020000),
                Optional.of(new PciId(0x8086, 0x15bc)),
                Optional.of(new PciId(0x1043, 0x8672)),
                Optional.of(0x10),
                Optional.of("Intel Corporation"),
                Optional.of("Ethernet Connection (7) I219-V"),
                Optional.of("e1000e"),
                Optional.empty()));
  }

  @Test
  void grepOfLspciIsLspci() {
    assertThat(Lspci.read(Outputs.pasted("lspci.hp.txt")).known().orElseThrow())
        .hasSize(4)
        .allSatisfy(function ->
            assertThat(function.deviceName())
                .contains("82571EB Gigabit Ethernet Controller (Copper)"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ip_link.txt",
        "ip_-o_link.txt",
        "ip_addr.txt",
        "ip_-s_link.txt",
        "ip_-s_-s_link.txt",
        "ip_-d_addr.txt",
        "ip_-s_-d_link.txt"
      })
  void ipInAllItsForms(String file) {
    IpOutput ip = IpText.read(Outputs.pasted(file));
    assertThat(ip.links()).isInstanceOf(Reading.Read.class);
    Link eno1 = link(ip.links(), "eno1");
    assertThat(eno1.index()).isEqualTo(3);
    assertThat(eno1.alternativeNames()).containsExactly("enp0s31f6altnamelong");
    assertThat(eno1.hardware().address()).contains("02:00:00:00:00:01");
    assertThat(eno1.state().mtu()).contains(1500);
    assertThat(eno1.state().operational()).contains("UP");
    assertThat(eno1.state().carrier()).contains(true);
    assertThat(eno1.state().flags())
        .containsExactly(LinkFlag.UP, LinkFlag.BROADCAST, LinkFlag.MULTICAST, LinkFlag.LOWER_UP);
    assertThat(eno1.stacking().lower()).contains(2);
    // Without -d no kind is printed, but each of the two names the other.
    assertThat(eno1.stacking().kind()).contains("veth");
    assertThat(link(ip.links(), "tap100i0").state().carrier()).contains(false);
  }

  @Test
  void kindsThatAreNotPrintedAreInferred() {
    IpOutput ip =
        IpText.read(
            PastedText.of(
                """
                2: eno1: <BROADCAST,UP> mtu 1500 qdisc mq master vmbr0 state UP
                3: eno1.100@eno1: <BROADCAST,UP> mtu 1500 qdisc noqueue state UP
                4: eno2: <BROADCAST,SLAVE,UP> mtu 1500 qdisc mq master uplink state UP
                5: uplink: <BROADCAST,MASTER,UP> mtu 1500 qdisc noqueue state UP
                6: tap100i0: <BROADCAST,UP> mtu 1500 qdisc fq master vmbr0 state UNKNOWN
                7: wan0@if9: <BROADCAST,UP> mtu 1500 qdisc noqueue state UP
                """,
                new Origin("t")));
    assertThat(link(ip.links(), "eno1").stacking().kind()).isEmpty();
    assertThat(link(ip.links(), "eno1.100").stacking().kind()).contains("vlan");
    assertThat(link(ip.links(), "eno2").stacking().kind()).isEmpty();
    assertThat(link(ip.links(), "uplink").stacking().kind()).contains("bond");
    assertThat(link(ip.links(), "tap100i0").stacking().kind()).contains("tun");
    assertThat(link(ip.links(), "wan0").stacking().kind()).contains("veth");
    Link unlisted = link(ip.links(), "vmbr0");
    assertThat(unlisted.stacking().kind()).contains("bridge");
    assertThat(link(ip.links(), "eno1").stacking().master()).contains(unlisted.index());
  }

  @Test
  void jsonSaysWhatTheTextSays() {
    IpOutput text = IpText.read(Outputs.pasted("ip_-d_addr.txt"));
    IpOutput json = IpJson.read(Outputs.pasted("ip_-j_-d_addr.txt"));
    assertThat(json.links().known()).isEqualTo(text.links().known()).isPresent();
    assertThat(json.addresses().known()).isEqualTo(text.addresses().known()).isPresent();
    assertThat(json.addresses().known().orElseThrow())
        .contains(new InterfaceAddress(3, "fe80::ff:fe00:1", 64, "link"));
  }

  @Test
  void countersByTheKernelsNames() {
    Link text = link(IpText.read(Outputs.pasted("ip_-s_-s_link.txt")).links(), "eno1");
    assertThat(text.counters())
        .contains(
            new Counter("rx_bytes", 516),
            new Counter("tx_packets", 5),
            new Counter("tx_carrier_errors", 0),
            new Counter("rx_length_errors", 0));
    Link json = link(IpJson.read(Outputs.pasted("ip_-j_-s_-d_link.txt")).links(), "eno1");
    assertThat(json.counters())
        .contains(new Counter("rx_bytes", 516), new Counter("tx_bytes", 426));
  }

  @Test
  void addressesOnOneLineHaveNoLinks() {
    IpOutput ip = IpText.read(Outputs.pasted("ip_-o_addr.txt"));
    assertThat(ip.links().known()).isEmpty();
    assertThat(ip.addresses().known().orElseThrow())
        .contains(new InterfaceAddress(1, "127.0.0.1", 8, "host"));
  }

  @Test
  void aNicOfItsOwnWithItsBridgeAndItsPciFunction() {
    String text =
        """
        2: eno1: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc mq master vmbr0 state UP mode DEFAULT group default qlen 1000
            link/ether 1c:69:7a:00:00:01 brd ff:ff:ff:ff:ff:ff promiscuity 1 allmulti 1 minmtu 68 maxmtu 9000
            bridge_slave state forwarding priority 32 cost 5 addrgenmode eui64 numtxqueues 1 numrxqueues 1 parentbus pci parentdev 0000:00:1f.6
        3: vmbr0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP group default qlen 1000
            link/ether 1c:69:7a:00:00:01 brd ff:ff:ff:ff:ff:ff promiscuity 0
            bridge forward_delay 0 hello_time 200 max_age 2000
            inet 192.0.2.10/24 scope global vmbr0
            inet 198.51.100.1 peer 198.51.100.2/32 scope global vmbr0
        """;
    IpOutput ip = IpText.read(Outputs.of(text));
    Link eno1 = link(ip.links(), "eno1");
    assertThat(eno1.hardware().device()).contains("0000:00:1f.6");
    assertThat(eno1.stacking())
        .isEqualTo(new Link.Stacking(Optional.empty(), Optional.of(3), Optional.empty(), false));
    assertThat(eno1.state().operational()).contains("UP");
    assertThat(link(ip.links(), "vmbr0").stacking().kind()).contains("bridge");
    assertThat(ip.addresses().known().orElseThrow())
        .containsExactly(
            new InterfaceAddress(3, "192.0.2.10", 24, "global"),
            new InterfaceAddress(3, "198.51.100.1", 32, "global"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ifconfig.txt", "busybox_ifconfig.txt"})
  void ifconfigInBothForms(String file) {
    IpOutput read = Ifconfig.read(Outputs.pasted(file));
    Link eno1 = link(read.links(), "eno1");
    assertThat(eno1.index()).isNegative();
    assertThat(eno1.hardware().address()).contains("02:00:00:00:00:01");
    assertThat(eno1.state().mtu()).contains(1500);
    assertThat(eno1.state().carrier()).contains(true);
    assertThat(eno1.counters())
        .contains(
            new Counter("rx_bytes", 516),
            new Counter("rx_packets", 6),
            new Counter("tx_bytes", 426),
            new Counter("tx_packets", 5),
            new Counter("collisions", 0));
    assertThat(read.addresses().known().orElseThrow())
        .contains(
            new InterfaceAddress(eno1.index(), "fe80::ff:fe00:1", 64, "link"),
            new InterfaceAddress(link(read.links(), "lo").index(), "127.0.0.1", 8, "unknown"));
    assertThat(read.links()).isInstanceOf(Reading.Partly.class);
  }

  /// Made up after iproute2's bridge/link.c.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2: eno1: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 master vmbr0 state forwarding priority"
            + " 32 cost 5",
        "2: eno1 state UP : <BROADCAST,MULTICAST,UP> mtu 1500 master vmbr0 state forwarding"
            + " priority 32 cost 5",
        "[{\"ifindex\":2,\"ifname\":\"eno1\",\"flags\":[\"UP\"],\"mtu\":1500,\"master\":\"vmbr0\",\"state\":\"forwarding\",\"cost\":5}]"
      })
  void portsOfBridges(String text) {
    assertThat(BridgeLinks.read(Outputs.of(text)).known().orElseThrow())
        .containsExactly(
            new BridgePort(
                2, ENO1, Optional.of("vmbr0"), Optional.of("forwarding"), Optional.of(5)));
  }

  /// Made up after iproute2's bridge/vlan.c, of 2022 and of 2015.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "port              vlan-id  \n"
            + "eno1              1 PVID Egress Untagged\n"
            + "                  10-12\n",
        "port\tvlan ids\neno1\t 1 PVID Egress Untagged\n\t 10-12\n\nvmbr1\tNone\n",
        "[{\"ifname\":\"eno1\",\"vlans\":[{\"vlan\":1,\"flags\":[\"PVID\",\"Egress"
            + " Untagged\"]},{\"vlan\":10,\"vlanEnd\":12}]}]"
      })
  void vlansOfPorts(String text) {
    assertThat(BridgeVlans.read(Outputs.of(text)))
        .isInstanceOf(Reading.Read.class)
        .extracting(read -> read.known().orElseThrow())
        .isEqualTo(
            List.of(
                new PortVlan(ENO1, 1, 1, true, true), new PortVlan(ENO1, 10, 12, false, false)));
  }

  @Test
  void procNetDevCounts() {
    Map<InterfaceName, List<Counter>> all =
        ProcNetDev.read(Outputs.pasted("proc-net-dev.txt")).known().orElseThrow();
    assertThat(all.keySet()).extracting(InterfaceName::value).contains("lo", "eno1", "tap100i0");
    assertThat(all.get(ENO1)).hasSize(16).contains(new Counter("tx_bytes", 426));
  }

  @Test
  void unameNamesTheHostAndTheKernel() {
    assertThat(UnameLine.read(Outputs.pasted("uname_-a.txt")).known())
        .contains(new UnameLine("pve-test", "6.18.44-fc-v657"));
    assertThat(UnameLine.read(Outputs.of("Linux is a kernel, and #1 of them")).known()).isEmpty();
  }

  /// Made up after dmidecode(8).
  @Test
  void theMachineAndNotItsBoard() {
    String text =
        """
        # dmidecode 3.4
        Handle 0x0000, DMI type 0, 24 bytes
        BIOS Information
        	Vendor: LENOVO
        	Version: M1UKT5EA
        	Release Date: 03/30/2021
        Handle 0x0002, DMI type 2, 15 bytes
        Base Board Information
        	Manufacturer: another
        Handle 0x0001, DMI type 1, 27 bytes
        System Information
        	Manufacturer: LENOVO
        	Product Name: 10T8
        """;
    Machine machine =
        new Machine(
            Optional.empty(),
            Optional.of("LENOVO"),
            Optional.of("10T8"),
            Optional.of("M1UKT5EA"),
            Optional.of("03/30/2021"));
    assertThat(DmiText.read(Outputs.of(text)).known()).contains(machine);
    String files =
        "/sys/class/dmi/id/sys_vendor:LENOVO\n/sys/class/dmi/id/product_name:10T8\n"
            + "/sys/class/dmi/id/bios_version:M1UKT5EA\n/sys/class/dmi/id/bios_date:03/30/2021\n";
    assertThat(DmiText.read(Outputs.of(files)).known()).contains(machine);
  }
}

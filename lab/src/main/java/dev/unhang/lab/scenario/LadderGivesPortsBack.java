package dev.unhang.lab.scenario;

import dev.unhang.lab.Scenario;
import dev.unhang.lab.Stage;
import dev.unhang.lab.Story;
import dev.unhang.lab.guest.Guest;
import dev.unhang.lab.guest.Outcome;
import dev.unhang.lab.qemu.Machine;
import java.util.function.Consumer;

/// A card that is a slave of a bond, and one that is a port of Open vSwitch: what they are ports of
/// has them again afterwards, as they were.
final class LadderGivesPortsBack implements Scenario {
  @Override
  public String name() {
    return "ladder-gives-ports-back";
  }

  @Override
  public String promise() {
    return "a slave is taken out of its bond while it is repaired and restored; Open vSwitch has"
        + " its port again, with its VLANs";
  }

  @Override
  public void play(Stage stage) {
    Machine machine = stage.machineWithUnhang("ovs-05");
    Story story = stage.story();
    bond(story, machine.guest());
    machine.powerCycle();
    openVSwitch(story, machine.guest());
  }

  /// The other slave leads nowhere: whoever took its silence, or an answer by it, for the card's
  /// would be wrong.
  private static void bond(Story story, Guest host) {
    for (String line :
        new String[] {
          "ip link add spare type dummy",
          "ip link add bond0 type bond mode active-backup miimon 100",
          "ip link set eno1 nomaster",
          "ip link set eno1 down",
          "ip link set eno1 master bond0",
          "ip link set spare master bond0",
          "ip link set bond0 type bond primary eno1",
          "ip link set bond0 master vmbr0",
          "ip link set bond0 up"
        }) {
      host.must(line.split(" "));
    }
    reached(story, host);
    slaveComesBack(story, host, CardRegisters::stopTransmitUnit, "ethtool -r eno1");
    slaveComesBack(
        story,
        host,
        CardRegisters::stopDma,
        "echo 0000:00:19.0 > /sys/bus/pci/drivers/e1000e/bind");
  }

  private static void slaveComesBack(
      Story story, Guest host, Consumer<CardRegisters> fault, String cure) {
    String before = slaves(host);
    Outcome recovered = new StandsStill(story, host).recovered(fault);
    story.check(
        "it was taken out of the bond, then cured: " + cure,
        recovered.out().contains("$ ip link set dev eno1 nomaster\n")
            && recovered.out().contains("$ " + cure),
        recovered.transcript());
    story.check(
        "its ring was the proof, since the gateway may be reached over another slave",
        recovered.out().contains("transmit ring: moves")
            && !recovered.out().contains("gateway 10.0.2.2: answers"),
        recovered.transcript());
    reached(story, host);
    String after = slaves(host);
    story.check("the bond is as it was", after.equals(before), before + "---\n" + after);
  }

  private static String slaves(Guest host) {
    return host.must(
        "sh",
        "-c",
        "cd /sys/class/net/bond0/bonding; tr ' ' '\\n' <slaves | sort; cat active_slave primary"
            + " mode");
  }

  private static void openVSwitch(Story story, Guest host) {
    for (String line :
        new String[] {
          "systemctl start openvswitch-switch",
          "ip link set eno1 nomaster",
          "ip address flush dev vmbr0",
          "ovs-vsctl add-br vswitch0",
          "ovs-vsctl add-port vswitch0 eno1 vlan_mode=native-untagged tag=7 trunks=7,10-20",
          "ovs-vsctl set port vswitch0 tag=7",
          "ip address add 10.0.2.15/24 dev vswitch0",
          "ip link set vswitch0 up",
          "ip link set eno1 up",
          "ip route replace default via 10.0.2.2 dev vswitch0"
        }) {
      host.must(line.split(" "));
    }
    reached(story, host);
    String before = port(host);
    Outcome recovered = new StandsStill(story, host).recovered(CardRegisters::stopDma);
    story.check(
        "the gateway proves it",
        recovered.out().contains("gateway 10.0.2.2: answers"),
        recovered.transcript());
    reached(story, host);
    String after = port(host);
    story.check(
        "its VLANs and its number in the switch are as they were",
        after.equals(before),
        before + "---\n" + after);
  }

  private static String port(Guest host) {
    return host.must("ovs-vsctl", "--columns=name,vlan_mode,tag,trunks", "list", "port", "eno1")
        + host.must("ovs-vsctl", "--columns=name,ofport,error", "list", "interface", "eno1")
        + host.must("sh", "-c", "ip -o link show eno1 | grep -o 'master [^ ]*'");
  }

  private static void reached(Story story, Guest host) {
    story.expect(
        "the host reaches the router", StandsStill.BOUND, () -> host.reaches(StandsStill.ROUTER));
  }
}

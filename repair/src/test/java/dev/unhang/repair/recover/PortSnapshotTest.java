package dev.unhang.repair.recover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.hosts.survey.Nics;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.host.CommandOutput;
import dev.unhang.model.host.HostView;
import dev.unhang.model.host.KernelQuestion.Links;
import dev.unhang.model.net.InterfaceAddress;
import dev.unhang.model.plan.PortState;
import dev.unhang.repair.OtherAnswer;
import dev.unhang.sim.SimHost;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What is read before an interface is destroyed, as the commands that give it again.
class PortSnapshotTest {
  private final SimHost host = new SimHost(false);

  private void answers(String line, String printed) {
    host.answers(line, new CommandOutput(0, Content.of(printed), Content.of("")));
  }

  private List<String> commands() {
    PortState port = PortSnapshot.take(host, Nics.read(host, SimHost.NIC).orElseThrow());
    return port.commands().stream().map(words -> String.join(" ", words)).toList();
  }

  @Test
  void aRoutesStateIsNoWish() {
    answers(
        "ip -4 route show dev eno1",
        "203.0.113.0/24 via 198.51.100.1 linkdown \n"
            + "198.51.100.0/24 proto kernel scope link src 198.51.100.7 \n");
    assertThat(commands())
        .contains("ip -4 route replace 203.0.113.0/24 via 198.51.100.1 dev eno1")
        .as("what the kernel makes with the address")
        .noneMatch(command -> command.contains("proto kernel"));
  }

  @Test
  void routesOfBothFamiliesAreGivenAgain() {
    answers("ip -6 route show dev eno1", "2001:db8:1::/48 via fe80::1 metric 1024 pref medium\n");
    assertThat(commands())
        .contains(
            "ip -6 route replace 2001:db8:1::/48 via fe80::1 metric 1024 pref medium dev eno1");
  }

  @Test
  void addressesAreGivenAgainButThoseThatTheKernelMakes() {
    int index =
        host.kernel().ask(new Links()).known().orElseThrow().stream()
            .filter(each -> each.name().equals(SimHost.NIC))
            .findFirst()
            .orElseThrow()
            .index();
    HostView dual =
        OtherAnswer.of(
            host,
            Map.of(
                "addresses",
                List.of(
                    new InterfaceAddress(index, "198.51.100.7", 24, "global"),
                    new InterfaceAddress(index, "fe80::1", 64, "link"))));
    PortState port = PortSnapshot.take(dual, Nics.read(dual, SimHost.NIC).orElseThrow());
    assertThat(port.commands().stream().map(words -> String.join(" ", words)))
        .contains("ip address replace 198.51.100.7/24 dev eno1")
        .noneMatch(command -> command.contains("fe80"));
  }

  /// Old programs list the ports of all bridges, whichever is asked for.
  @Test
  void aPortsVlansAreItsOwnWithTheirWords() {
    answers(
        "bridge -compressvlans vlan show dev eno1",
        """
        port              vlan-id
        eno1              10 PVID Egress Untagged
                          20
                          100-200
        tap100i0          30 PVID Egress Untagged
                          40
        """);
    assertThat(commands())
        .filteredOn(command -> command.startsWith("bridge"))
        .containsExactly(
            "bridge vlan add dev eno1 vid 10 pvid untagged",
            "bridge vlan add dev eno1 vid 20",
            "bridge vlan add dev eno1 vid 100-200");
  }
}

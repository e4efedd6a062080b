package dev.unhang.repair.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.hosts.survey.Nics;
import dev.unhang.model.host.HostView;
import dev.unhang.model.host.KernelQuestion.Links;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.net.Link;
import dev.unhang.model.plan.Risk;
import dev.unhang.repair.OtherAnswer;
import dev.unhang.sim.SimHost;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a rebind loses is said beforehand.
class LostForGoodTest {
  private static final int INDEX = 2;

  private static Link on(String name, String kind, int lower, boolean elsewhere) {
    return new Link(
        9,
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
        new Link.Stacking(Optional.of(kind), Optional.empty(), Optional.of(lower), elsewhere),
        List.of());
  }

  @Test
  void vlansRightOnItAreNamed() {
    assertThat(
            LostForGood.uppers(
                INDEX,
                List.of(
                    on("eno1.10", "vlan", INDEX, false),
                    on("mac0", "macvlan", INDEX, false),
                    on("eno2.10", "vlan", 3, false),
                    on("veth0", "veth", INDEX, true))))
        .containsExactly("vlan eno1.10, macvlan mac0");
  }

  @Test
  void aVlanRightOnItIsWhatAStepThatDestroysItWouldLose() {
    SimHost plain = new SimHost(false);
    List<Link> links = new ArrayList<>(plain.kernel().ask(new Links()).known().orElseThrow());
    int index =
        links.stream()
            .filter(each -> each.name().equals(SimHost.NIC))
            .findFirst()
            .orElseThrow()
            .index();
    links.add(on("eno1.10", "vlan", index, false));
    HostView host = OtherAnswer.of(plain, Map.of("links", links));
    Circumstances now =
        Circumstances.read(
            host, Nics.read(host, SimHost.NIC).orElseThrow(), true, List.of(), Instant.EPOCH);
    assertThat(LostForGood.of(now).named()).containsExactly("vlan eno1.10");
    assertThat(new LostForGood().answer(new Risk.GuestsLoseNetwork(Duration.ofSeconds(10)), now))
        .isInstanceOf(GuardAnswer.Refuses.class);
  }

  @Test
  void manyAreCounted() {
    List<Link> vlans =
        List.of(10, 11, 12, 13, 14, 15).stream()
            .map(id -> on("eno1." + id, "vlan", INDEX, false))
            .toList();
    assertThat(LostForGood.uppers(INDEX, vlans))
        .containsExactly("vlan eno1.10, vlan eno1.11, vlan eno1.12, vlan eno1.13 and 2 more");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "qdisc pfifo_fast 0: root refcnt 2 bands 3 priomap 1 2 2 2 | ''",
        "qdisc mq 0: root                                          | ''",
        "qdisc fq_codel 0: parent :1 limit 10240p                  | ''",
        "qdisc noqueue 0: root refcnt 2                            | ''",
        "qdisc htb 1: root refcnt 2 r2q 10 default 0x30            | htb",
        "qdisc clsact ffff: parent ffff:fff1                       | clsact",
        "qdisc ingress ffff: parent ffff:fff1 ----------------     | ingress",
        "Cannot find device \"eno1\"                               | ''",
      })
  void queueingThatTheKernelMadeByItselfIsMadeAgain(String printed, String kind) {
    assertThat(LostForGood.queueing(printed))
        .isEqualTo(
            kind.isEmpty() ? List.of() : List.of("queueing of tc (" + kind + ") with its filters"));
  }

  @Test
  void rulesOfTheReceiveFilterAreCounted() {
    assertThat(LostForGood.rules("4 RX rings available\nTotal 2 rules\n\nFilter: 1023\n"))
        .containsExactly("2 rules of its receive filter (ethtool -n)");
    assertThat(LostForGood.rules("4 RX rings available\nTotal 0 rules\n")).isEmpty();
    assertThat(LostForGood.rules("")).isEmpty();
  }

  @Test
  void aStepThatKeepsTheInterfaceIsNotRefused() {
    SimHost host = new SimHost(false);
    Circumstances now =
        Circumstances.read(
            host, Nics.read(host, SimHost.NIC).orElseThrow(), true, List.of(), Instant.EPOCH);
    Risk blip = new Risk.LinkBlip(Duration.ofSeconds(4));
    Risk gone = new Risk.GuestsLoseNetwork(Duration.ofSeconds(10));
    assertThat(new LostForGood().answer(blip, now)).isInstanceOf(GuardAnswer.Allows.class);
    assertThat(new LostForGood().answer(gone, now)).isInstanceOf(GuardAnswer.Allows.class);
  }
}

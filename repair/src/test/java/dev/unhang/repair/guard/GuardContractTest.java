package dev.unhang.repair.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unhang.hosts.survey.Nics;
import dev.unhang.model.error.CannotChange;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.host.CommandOutput;
import dev.unhang.model.host.Entry;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.KernelOrder;
import dev.unhang.model.host.KernelQuestion.Links;
import dev.unhang.model.plan.Risk;
import dev.unhang.sim.SimHost;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What every guard holds to: unreadable, denied, empty, absent and zero are five answers, and what
/// a guard can't see never lets a step with a risk pass.
class GuardContractTest {
  private static final Risk GONE = new Risk.GuestsLoseNetwork(Duration.ofSeconds(10));
  private static final HostPath PAUSE = new HostPath("/run/unhang/pause");
  private static final HostPath WATCHDOG = new HostPath("/run/watchdog-mux.active");
  private static final HostPath COROSYNC = new HostPath("/etc/corosync/corosync.conf");
  private static final HostPath PVE = new HostPath("/etc/pve");
  private static final HostPath GUEST = new HostPath("/etc/pve/qemu-server/100.conf");
  private static final HostPath ENVIRON = new HostPath("/proc/self/environ");
  private static final HostPath STATUS = new HostPath("/proc/self/status");
  private static final HostPath RELEASE = new HostPath("/proc/sys/kernel/osrelease");
  private static final HostPath PCI = new HostPath("/sys/bus/pci/devices/0000:00:19.0");
  private static final String TC = "tc qdisc show dev eno1";
  private static final String RULES = "ethtool -n eno1";

  /// The three ways to answer.
  enum Way {
    ALLOWS,
    REFUSES,
    CANNOT_TELL
  }

  /// A host in some state, and what a guard says of it.
  record Case(String guard, String state, Consumer<SimHost> made, Way way, String names) {
    @Override
    public String toString() {
      return guard + ", " + state;
    }
  }

  private static Case allows(String guard, String state, Consumer<SimHost> made) {
    return new Case(guard, state, made, Way.ALLOWS, "");
  }

  private static Case refuses(String guard, String state, Consumer<SimHost> made, String why) {
    return new Case(guard, state, made, Way.REFUSES, why);
  }

  private static Case unseen(String guard, String state, Consumer<SimHost> made, String source) {
    return new Case(guard, state, made, Way.CANNOT_TELL, source);
  }

  private static void armed(SimHost host) {
    host.write(WATCHDOG, "");
  }

  private static void remove(SimHost host, HostPath path) {
    host.remove(path, new Entry.NewFile(host.read(path).known().orElseThrow()));
  }

  /// A node's link of that address.
  private static String corosync(String address) {
    return "nodelist {\n node {\n  name: a\n  ring0_addr: " + address + "\n }\n}\n";
  }

  private static void mtl(SimHost host) {
    chip(host, "0x550a");
  }

  private static void chip(SimHost host, String device) {
    host.write(PCI.resolve("device"), device + "\n");
    host.write(new HostPath("/sys/class/net/eno1/device/device"), device + "\n");
  }

  private static CommandOutput output(int exit, String out, String err) {
    return new CommandOutput(exit, Content.of(out), Content.of(err));
  }

  private static void filterIsOn(SimHost host) {
    host.offersReceiveFilter();
  }

  private static Stream<Case> cases() {
    return Stream.of(
        allows("hold", "absent", host -> {}),
        refuses("hold", "empty", host -> host.write(PAUSE, ""), "pause is there"),
        refuses("hold", "read", host -> host.write(PAUSE, "rack\nb"), "is there: rack"),
        refuses(
            "hold",
            "a link to nothing",
            host -> host.make(PAUSE, new Entry.Link("pause")),
            "pause is there"),
        unseen("hold", "denied", host -> host.deny(PAUSE), PAUSE.value()),
        unseen("hold", "unreadable", host -> host.block(PAUSE), PAUSE.value()),
        allows("device-alive", "answers", host -> {}),
        unseen("device-alive", "denied", host -> host.deny(PCI.resolve("config")), "configuration"),
        unseen("device-alive", "unreadable", host -> host.block(PCI.resolve("config")), "configur"),
        unseen("device-alive", "empty", host -> host.write(PCI.resolve("config"), ""), "configur"),
        unseen(
            "device-alive",
            "its first four bytes alone",
            host -> host.write(PCI.resolve("config"), "abcd"),
            "configuration"),
        unseen("device-alive", "absent", host -> remove(host, PCI.resolve("config")), "configurat"),
        unseen("device-alive", "no registers", SimHost::holdRtnl, "registers of eno1"),
        refuses("device-alive", "all ones", SimHost::readAllOnes, "registers read all ones"),
        refuses(
            "device-alive",
            "off the bus",
            SimHost::fallOffTheBus,
            "configuration space reads all ones"),
        allows("known-trap", "another chip", host -> host.deny(RELEASE)),
        unseen(
            "known-trap",
            "denied",
            host -> {
              mtl(host);
              host.deny(RELEASE);
            },
            "osrelease"),
        unseen(
            "known-trap",
            "unreadable",
            host -> {
              mtl(host);
              host.block(RELEASE);
            },
            "osrel"),
        unseen(
            "known-trap",
            "empty",
            host -> {
              mtl(host);
              host.write(RELEASE, "");
            },
            "osrele"),
        unseen(
            "known-trap",
            "absent",
            host -> {
              mtl(host);
              remove(host, RELEASE);
            },
            "osrele"),
        unseen(
            "known-trap",
            "no id",
            host -> host.deny(PCI.resolve("device")),
            "PCI id of 0000:00:19.0"),
        allows(
            "known-trap",
            "before",
            host -> {
              mtl(host);
              host.write(RELEASE, "6.12.42\n");
            }),
        refuses(
            "known-trap",
            "first",
            host -> {
              mtl(host);
              host.write(RELEASE, "6.12.43+deb13-amd64\n");
            },
            "receives nothing"),
        refuses(
            "known-trap",
            "last",
            host -> {
              mtl(host);
              host.write(RELEASE, "6.18.3\n");
            },
            "receives nothing"),
        allows(
            "known-trap",
            "after",
            host -> {
              mtl(host);
              host.write(RELEASE, "6.18.4\n");
            }),
        allows("cooldown", "zero", host -> {}),
        allows("management-path", "a console", host -> {}),
        unseen("management-path", "denied", host -> host.deny(ENVIRON), ENVIRON.value()),
        unseen("management-path", "unreadable", host -> host.block(STATUS), STATUS.value()),
        unseen("management-path", "absent", host -> remove(host, ENVIRON), ENVIRON.value()),
        unseen("management-path", "no netlink", SimHost::silenceNetlink, "kernel, links"),
        unseen(
            "management-path",
            "no id",
            host -> host.deny(PCI.resolve("device")),
            "PCI id of 0000:00:19.0"),
        refuses(
            "management-path",
            "logged in over it",
            host -> host.write(ENVIRON, "A=b\0SSH_CONNECTION=192.0.2.9 50000 192.0.2.2 22\0"),
            "logged in over it"),
        unseen(
            "management-path",
            "logged in at an address of nobody",
            host -> host.write(ENVIRON, "SSH_CONNECTION=192.0.2.9 50000 203.0.113.2 22\0"),
            "/proc/self/environ"),
        refuses("management-path", "a shared port", host -> chip(host, "0x1502"), "82579LM"),
        allows("quorum", "absent", host -> host.write(COROSYNC, corosync("192.0.2.2"))),
        allows("quorum", "armed, and no cluster", GuardContractTest::armed),
        refuses(
            "quorum",
            "armed",
            host -> {
              armed(host);
              host.write(COROSYNC, corosync("192.0.2.2"));
            },
            "fences this node"),
        unseen(
            "quorum",
            "denied",
            host -> {
              host.deny(WATCHDOG);
              host.write(COROSYNC, corosync("192.0.2.2"));
            },
            WATCHDOG.value()),
        unseen(
            "quorum",
            "unreadable",
            host -> {
              host.block(WATCHDOG);
              host.write(COROSYNC, corosync("192.0.2.2"));
            },
            WATCHDOG.value()),
        unseen(
            "quorum",
            "cluster denied",
            host -> {
              armed(host);
              host.deny(COROSYNC);
            },
            COROSYNC.value()),
        unseen(
            "quorum",
            "cluster unreadable",
            host -> {
              armed(host);
              host.block(PVE);
            },
            "/etc/pve/corosync.conf"),
        unseen(
            "quorum",
            "cluster empty",
            host -> {
              armed(host);
              host.write(COROSYNC, "");
            },
            COROSYNC.value()),
        unseen(
            "quorum",
            "cluster of others",
            host -> {
              armed(host);
              host.write(COROSYNC, corosync("203.0.113.7"));
            },
            COROSYNC.value()),
        unseen(
            "quorum",
            "no netlink",
            host -> {
              armed(host);
              host.silenceNetlink();
            },
            "kernel, links"),
        allows("guests-busy", "no lock", host -> {}),
        allows("guests-busy", "an empty file", host -> host.write(GUEST, "")),
        refuses("guests-busy", "read", host -> host.write(GUEST, "lock: backup\n"), "a backup"),
        unseen("guests-busy", "unreadable", host -> host.block(PVE), PVE.value()),
        unseen("guests-busy", "denied", host -> host.deny(GUEST), GUEST.value()),
        unseen(
            "guests-busy",
            "a folder denied",
            host -> host.deny(new HostPath("/etc/pve/lxc")),
            "/etc/pve/lxc"),
        unseen(
            "guests-busy",
            "not mounted",
            host -> {
              remove(host, GUEST);
              remove(host, new HostPath("/etc/pve/lxc/.keep"));
              host.make(PVE, new Entry.Folder());
            },
            PVE.value()),
        allows(
            "guests-busy",
            "absent",
            host -> {
              remove(host, GUEST);
              remove(host, new HostPath("/etc/pve/lxc/.keep"));
            }),
        allows("lost-for-good", "nothing", host -> {}),
        refuses(
            "lost-for-good",
            "queueing",
            host -> host.answers(TC, output(0, "qdisc htb 1: root refcnt 2\n", "")),
            "queueing of tc (htb)"),
        unseen(
            "lost-for-good",
            "failed",
            host -> host.answers(TC, output(1, "", "RTNETLINK answers: Operation not permitted\n")),
            TC),
        unseen("lost-for-good", "no netlink", SimHost::silenceNetlink, "kernel, links"),
        unseen("lost-for-good", "absent", GuardContractTest::filterIsOn, RULES),
        allows(
            "lost-for-good",
            "not supported",
            host -> {
              filterIsOn(host);
              host.answers(RULES, output(1, "", "Cannot get RX rings: Operation not supported\n"));
            }),
        allows(
            "lost-for-good",
            "zero",
            host -> {
              filterIsOn(host);
              host.answers(RULES, output(0, "4 RX rings available\nTotal 0 rules\n", ""));
            }),
        refuses(
            "lost-for-good",
            "rules",
            host -> {
              filterIsOn(host);
              host.answers(RULES, output(0, "4 RX rings available\nTotal 2 rules\n", ""));
            },
            "2 rules"));
  }

  /// A chip that no management engine shares.
  private static SimHost host() {
    SimHost host = new SimHost(false);
    chip(host, "0x153b");
    return host;
  }

  private static Circumstances circumstances(SimHost host) {
    return Circumstances.read(
        host, Nics.read(host, SimHost.NIC).orElseThrow(), false, List.of(), host.clocks().wall());
  }

  private static Guard guard(String name) {
    return Guards.ALL.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
  }

  private static Circumstances made(Case each) {
    SimHost host = host();
    Circumstances before = circumstances(host);
    each.made().accept(host);
    // The interface was there a moment ago; where the kernel stopped answering since, the guards
    // have what was read then.
    return host.kernel().ask(new Links()).known().isPresent()
        ? circumstances(host)
        : new Circumstances(
            host,
            before.nic(),
            before.outage(),
            before.hostUses(),
            false,
            before.lastReport(),
            List.of(),
            before.now());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void whatItCannotSeeIsNeverTakenForNothing(Case each) {
    GuardAnswer answer = guard(each.guard()).answer(GONE, made(each));
    switch (each.way()) {
      case ALLOWS -> assertThat(answer).isInstanceOf(GuardAnswer.Allows.class);
      case REFUSES ->
          assertThat(answer)
              .isInstanceOfSatisfying(
                  GuardAnswer.Refuses.class,
                  refuses -> assertThat(refuses.why()).contains(each.names()));
      case CANNOT_TELL ->
          assertThat(answer)
              .isInstanceOfSatisfying(
                  GuardAnswer.CannotTell.class,
                  unseen -> assertThat(unseen.source()).contains(each.names()));
    }
  }

  /// Neither sysfs nor rtnetlink says what is behind the interface: it may be any chip.
  @ParameterizedTest
  @ValueSource(strings = {"known-trap", "management-path"})
  void aDeviceThatCannotBeSeenIsNotNoDevice(String guard) {
    SimHost hidden = host();
    hidden.deny(new HostPath("/sys/class/net/eno1"));
    hidden.silenceNetlink();
    Circumstances seen = circumstances(host());
    Circumstances unseen =
        new Circumstances(
            seen.host(),
            Nics.read(hidden, SimHost.NIC).orElseThrow(),
            seen.outage(),
            seen.hostUses(),
            false,
            seen.lastReport(),
            List.of(),
            seen.now());
    assertThat(guard(guard).answer(GONE, unseen))
        .isInstanceOfSatisfying(
            GuardAnswer.CannotTell.class,
            answer -> assertThat(answer.source()).contains("PCI device of eno1"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aStepWithoutRiskIsRefusedByAHoldAlone(Case each) {
    GuardAnswer answer = guard(each.guard()).answer(new Risk.None(), made(each));
    assertThat(answer instanceof GuardAnswer.Allows)
        .isEqualTo(!each.guard().equals("hold") || each.way() == Way.ALLOWS);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void whoeverCannotTellRefusesAndNamesTheSourceAndTheOverride(Case each) {
    Circumstances now = made(each);
    Set<String> others =
        Set.copyOf(Guards.names().stream().filter(name -> !name.equals(each.guard())).toList());
    if (each.way() == Way.ALLOWS) {
      assertThatCode(() -> Guards.require("rebind", GONE, now, others)).doesNotThrowAnyException();
      return;
    }
    assertThatThrownBy(() -> Guards.require("rebind", GONE, now, others))
        .isInstanceOfSatisfying(
            CannotChange.class,
            refused -> {
              assertThat(refused.getMessage()).contains(each.names());
              assertThat(refused.hint()).contains("--override " + each.guard());
            });
    assertThatCode(() -> Guards.require("rebind", GONE, now, Set.copyOf(Guards.names())))
        .doesNotThrowAnyException();
  }

  @Test
  void everyGuardIsHeldToIt() {
    assertThat(cases().map(Case::guard).distinct().toList())
        .containsExactlyInAnyOrderElementsOf(Guards.names());
    // The ledger is the only source of the cooldown: where it can't be read, the command ends.
    assertThat(cases().filter(each -> each.way() == Way.CANNOT_TELL).map(Case::guard).distinct())
        .containsExactlyInAnyOrderElementsOf(
            Guards.names().stream().filter(name -> !name.equals("cooldown")).toList());
  }

  /// `-K rx off` resets the adapter as much as a rung of the ladder does.
  @Test
  void aLinkThatOnlyBlinksIsAskedForToo() {
    SimHost host = host();
    host.readAllOnes();
    host.order(new KernelOrder.SetMtu(SimHost.NIC, 1500));
    assertThat(
            guard("device-alive")
                .answer(new Risk.LinkBlip(Duration.ofSeconds(4)), circumstances(host)))
        .isInstanceOf(GuardAnswer.Refuses.class);
  }
}

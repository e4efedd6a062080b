package dev.unhang.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.app.TestConsole;
import dev.unhang.app.wiring.Host;
import dev.unhang.app.wiring.SimWiring;
import dev.unhang.app.wiring.Wiring;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import org.junit.jupiter.api.Test;

/// The commands one after the other on the simulated host.
class StoryTest {
  private final SimWiring pve = new SimWiring();

  private TestConsole unhang(String... words) {
    return TestConsole.run(pve, words);
  }

  private int load() {
    return unhang("load", "eno1", "--server", "192.0.2.1", "--seconds", "30").exit();
  }

  @Test
  void aHangIsFoundFixedStaysFixedAndComesBackAfterUndo() {
    assertThat(load()).isEqualTo(2);
    pve.powerCycle();
    assertThat(unhang("doctor", "--boot", "-1").exit()).isEqualTo(2);
    assertThat(unhang("fix", "eno1", "--yes").exit()).isZero();
    assertThat(load()).isZero();
    pve.powerCycle();
    assertThat(unhang("verify", "eno1").exit()).isZero();
    assertThat(load()).isZero();
    assertThat(unhang("undo", "--yes").exit()).isZero();
    assertThat(load()).isEqualTo(2);
  }

  @Test
  void aHangThatASettingAnswersIsAFindingAndNoAlarm() {
    load();
    pve.powerCycle();
    unhang("fix", "eno1", "--yes");
    TestConsole doctor = unhang("doctor");
    assertThat(doctor.exit()).isEqualTo(1);
    assertThat(doctor.out()).startsWith("ANSWERED: eno1");
  }

  @Test
  void whileItIsHungTheOrderIsSaveCurePrevent() {
    load();
    String screen = unhang().out();
    assertThat(screen).contains("It is hung now");
    assertThat(screen.indexOf("journalctl --sync"))
        .isLessThan(screen.indexOf("ethtool -r eno1"))
        .isPositive();
    assertThat(screen.indexOf("ethtool -r eno1")).isLessThan(screen.indexOf("unhang fix eno1"));
  }

  @Test
  void aPartnerThatPausesTheNicIsNoHangAndTheHostIsSaidToBeSimulated() {
    TestConsole demo = TestConsole.run(pve, "demo", "--pause-storm");
    assertThat(demo.exit()).isEqualTo(1);
    assertThat(demo.out())
        .contains("certain       a partner's pause frames keep it from sending")
        .contains("kernel (simulated): has 10, TXOFF, at both looks")
        .contains("rx_flow_control_xoff +30")
        .contains("ethtool -A eno1 autoneg off rx off")
        .contains("Nothing of this happened on this machine: the host was simulated.")
        .doesNotContain("HUNG", "STUCK");
  }

  @Test
  void withoutTerminalAndWithoutConsentNothingIsDone() {
    TestConsole fix = unhang("fix", "eno1");
    assertThat(fix.exit()).isEqualTo(64);
    assertThat(unhang("verify", "eno1").exit()).isEqualTo(3);
  }

  @Test
  void aDigestThatIsNoMoreTrueIsRefused() {
    assertThat(unhang("fix", "eno1", "--plan", "000000").exit()).isEqualTo(4);
    String plan = unhang("plan", "eno1").out();
    String digest = plan.lines().findFirst().orElseThrow().split(" ")[1];
    assertThat(unhang("fix", "eno1", "--plan", digest).exit()).isZero();
  }

  @Test
  void aSecondFixChangesNothingAndSaysSo() {
    unhang("fix", "eno1", "--yes");
    TestConsole again = unhang("fix", "eno1", "--yes");
    assertThat(again.exit()).isZero();
    assertThat(again.out()).startsWith("Nothing to do on eno1");
  }

  @Test
  void anOptionWithAListDoesNotSwallowTheInterface() {
    String plan = unhang("plan", "--set", "tso,gso", "--set", "gro", "eno1").out();
    assertThat(plan).contains("tso off", "gso off", "gro off").doesNotContain("rx off");
  }

  /// What a plan tells to type does just that plan.
  @Test
  void aPlanNamesItsOwnOptionsInTheCommandThatDoesIt() {
    String plan =
        unhang("plan", "--set", "tso,gso", "--keep-by", "ethtool-hook-keys", "eno1", "--take-over")
            .err();
    assertThat(plan).contains("/etc/network/if-up.d/ethtool, which is not there");
    String own =
        unhang("plan", "--set", "gso", "--keep-by", "interfaces-post-up", "eno1", "--take-over")
            .out();
    String digest = own.lines().findFirst().orElseThrow().split(" ")[1];
    String options = "--set gso --keep-by interfaces-post-up --take-over --plan " + digest;
    assertThat(own).endsWith("Do it: unhang fix eno1 " + options + "\n");
    assertThat(unhang(("fix eno1 " + options).split(" ")).exit()).isZero();
  }

  @Test
  void aWayToKeepThatThereIsNotIsRefusedWithThoseThereAre() {
    TestConsole plan = unhang("plan", "eno1", "--keep-by", "registry");
    assertThat(plan.exit()).isEqualTo(64);
    assertThat(plan.err()).contains("interfaces-post-up").contains("udev-rule");
  }

  @Test
  void dryRunChangesNothing() {
    assertThat(unhang("fix", "eno1", "--dry-run").exit()).isZero();
    assertThat(unhang("history").out()).contains("changed nothing");
  }

  @Test
  void whoIsNotRootIsToldSoBeforeAnythingElse() {
    Host root = pve.live();
    Wiring user =
        new Wiring() {
          @Override
          public Host live() {
            return new Host(
                root.view(),
                root.control(),
                root.events(),
                root.ledger(),
                root.clocks(),
                root.writer(),
                () -> false,
                true);
          }

          @Override
          public HostView mounted(HostPath folder) {
            return pve.mounted(folder);
          }

          @Override
          public HostView here() {
            return pve.here();
          }
        };
    assertThat(TestConsole.run(user, "fix", "eno1", "--yes").exit()).isEqualTo(77);
    assertThat(TestConsole.run(user, "undo", "--yes").exit()).isEqualTo(77);
    assertThat(TestConsole.run(user, "fix", "eno1", "--dry-run").exit()).isZero();
  }

  @Test
  void featuresAreSavedAndCompared(@org.junit.jupiter.api.io.TempDir java.nio.file.Path folder) {
    String before = folder.resolve("BEFORE").toString();
    unhang("features", "eno1", "--save", before);
    unhang("fix", "eno1", "--set", "incident", "--yes");
    assertThat(unhang("features", "eno1", "--diff", before).out().lines())
        .contains(
            "tcp-segmentation-offload: on -> off",
            "generic-segmentation-offload: on -> off",
            "generic-receive-offload: on -> off",
            "rx-checksumming: on -> off",
            "rx-vlan-offload: on -> off",
            "tx-vlan-offload: on -> off");
  }

  @Test
  void everyScreenOfTheDemoSaysThatItIsSimulated() {
    TestConsole demo = unhang("demo");
    assertThat(demo.exit()).isZero();
    long commands = demo.out().lines().filter(line -> line.contains("# unhang ")).count();
    assertThat(demo.out().lines().filter(line -> line.contains("# unhang ")))
        .allMatch(line -> line.startsWith("[simulated] "));
    assertThat(commands).isEqualTo(8);
    assertThat(demo.out()).contains("HUNG after").contains("No hang after").contains("pass");
  }
}

package dev.unhang.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.app.TestConsole;
import dev.unhang.app.wiring.SimWiring;
import dev.unhang.model.host.HostPath;
import dev.unhang.sim.SimFault;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// The recovery ladder, as it is told on the screen.
class RecoverCommandTest {
  private final SimWiring pve = new SimWiring();

  private TestConsole recover(String... words) {
    String[] all = new String[words.length + 2];
    all[0] = "recover";
    all[1] = "eno1";
    System.arraycopy(words, 0, all, 2, words.length);
    return TestConsole.run(pve, all);
  }

  @Test
  void aNicThatSendsIsLeftAlone() {
    TestConsole sends = recover("--yes");
    assertThat(sends.exit()).isZero();
    assertThat(sends.out()).contains("Nothing to recover: eno1 sends.");
  }

  @Test
  void theMildestRungThatHelpsIsTheLast() {
    pve.host().hang(SimFault.TRANSMIT_STOPPED);
    TestConsole cured = recover("--yes");
    assertThat(cured.exit()).isZero();
    assertThat(cured.out())
        .contains("$ ethtool -r eno1", "it sends", "eno1 sends again.")
        .doesNotContain("$ ip link set dev eno1 down", "the gateway is silent yet");
  }

  @Test
  void aSwitchPortThatForwardsLateIsNamedAndNoSecondRungIsDone() {
    pve.host().forwardsAfter(Duration.ofSeconds(40));
    pve.host().hang(SimFault.TRANSMIT_STOPPED);
    TestConsole cured = recover("--yes");
    assertThat(cured.exit()).isZero();
    assertThat(cured.out())
        .contains("It sends; the gateway is silent yet", "STP", "portfast", "ICMP")
        .doesNotContain("$ ip link set dev eno1 down");
  }

  @Test
  void aDeadDeviceGetsNoRungAndAPowerCycleIsAdvised() {
    pve.host().hang(SimFault.TRANSMIT_STOPPED);
    pve.host().readAllOnes();
    TestConsole refused = recover("--yes");
    assertThat(refused.exit()).isEqualTo(4);
    assertThat(refused.err()).contains("registers read all ones", "power the host off, unplugged");
    assertThat(TestConsole.run(pve, "history").out()).contains("changed nothing");
    assertThat(recover("--dry-run").out()).contains("Would be refused", "power the host off");
  }

  @Test
  void whatIsWaitedForBeforeAHarsherRungIsTold() {
    pve.host().hang(SimFault.LOST_BY_DRIVER);
    TestConsole refused = recover("--yes");
    assertThat(refused.out()).contains("No other step for 37 s", "STP without portfast");
    assertThat(refused.exit()).as("an I217-LM is not taken from its driver").isEqualTo(4);
    assertThat(refused.err())
        .contains(
            "a management engine may share this port (I217-LM)", "--override management-path");
  }

  @Test
  void aHoldThatCannotBeLookedForRefusesTheLadder() {
    pve.host().hang(SimFault.TRANSMIT_STOPPED);
    pve.host().block(new HostPath("/run/unhang"));
    TestConsole refused = recover("--yes");
    assertThat(refused.exit()).isEqualTo(4);
    assertThat(refused.err()).contains("/run/unhang/pause: no answer");
  }
}

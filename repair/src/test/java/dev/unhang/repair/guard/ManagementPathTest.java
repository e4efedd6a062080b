package dev.unhang.repair.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.hosts.survey.Nics;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.plan.Risk;
import dev.unhang.sim.SimHost;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whose way is cut off by a step that destroys the interface.
class ManagementPathTest {
  private static final Risk GONE = new Risk.GuestsLoseNetwork(Duration.ofSeconds(10));
  private static final Risk BLIP = new Risk.LinkBlip(Duration.ofSeconds(4));

  private final SimHost host = new SimHost(false);

  private GuardAnswer answer(Risk risk, boolean sendsNothing) {
    Circumstances now =
        Circumstances.read(
            host,
            Nics.read(host, SimHost.NIC).orElseThrow(),
            sendsNothing,
            List.of(),
            host.clocks().wall());
    return new ManagementPath().answer(risk, now);
  }

  private void chip(String device) {
    host.write(new HostPath("/sys/bus/pci/devices/0000:00:19.0/device"), "0x" + device + "\n");
    host.write(new HostPath("/sys/class/net/eno1/device/device"), "0x" + device + "\n");
  }

  private void loggedIn() {
    host.write(new HostPath("/proc/self/environ"), "SSH_CONNECTION=192.0.2.9 50000 192.0.2.2 22\0");
  }

  /// The management engine may be the last that sends.
  @ParameterizedTest
  @CsvSource({
    "1502, 82579LM",
    "10ea, 82577LM",
    "10ef, 82578DM",
    "10f5, 82567LM",
    "104a, 82566DM",
    "153a, I217-LM",
    "0d4c, (11) I219-LM",
    "0d4e, (10) I219-LM",
    "15f9, (14) I219-LM",
    "550c, (19) I219-LM",
    "125b, I226-LM"
  })
  void aPortThatAManagementEngineMayShareIsNotDestroyedHungOrNot(String device, String name) {
    chip(device);
    for (boolean sendsNothing : List.of(false, true)) {
      assertThat(answer(GONE, sendsNothing))
          .isInstanceOfSatisfying(
              GuardAnswer.Refuses.class,
              refuses -> assertThat(refuses.why()).contains("(" + name + ")"));
    }
    assertThat(answer(BLIP, true)).isInstanceOf(GuardAnswer.Allows.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"153b", "1503", "10f0", "10d3", "1570", "15f3"})
  void onePortThatNoneCanShareIs(String device) {
    chip(device);
    assertThat(answer(GONE, true)).isInstanceOf(GuardAnswer.Allows.class);
    assertThat(answer(GONE, false)).isInstanceOf(GuardAnswer.Allows.class);
  }

  @Test
  void whoIsLoggedInOverItIsNotCutOff() {
    chip("153b");
    loggedIn();
    assertThat(answer(GONE, false))
        .isInstanceOfSatisfying(
            GuardAnswer.Refuses.class,
            refuses -> assertThat(refuses.why()).contains("you are logged in over it"));
    assertThat(answer(BLIP, false)).isInstanceOf(GuardAnswer.Allows.class);
  }

  /// A session over a NIC that sends nothing is cut off already.
  @Test
  void overANicThatSendsNothingNobodyIsLoggedInAnyMore() {
    chip("153b");
    loggedIn();
    assertThat(answer(GONE, true)).isInstanceOf(GuardAnswer.Allows.class);
  }

  @Test
  void everyLineOfTheTableIsAnIdOfIntelsAndNamesItsSource() {
    assertThat(SharedPorts.rows())
        .allSatisfy(row -> {
          assertThat(row.getFirst()).matches("8086:[0-9a-f]{4}");
          assertThat(row.getLast()).contains("_DEV_ID_");
        });
    assertThat(SharedPorts.rows().stream().map(List::getFirst)).doesNotHaveDuplicates();
  }
}

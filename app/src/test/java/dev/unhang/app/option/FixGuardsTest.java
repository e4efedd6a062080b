package dev.unhang.app.option;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.app.TestConsole;
import dev.unhang.app.wiring.SimWiring;
import dev.unhang.model.host.HostPath;
import org.junit.jupiter.api.Test;

/// What keeps fix from doing a plan: a step without risk is refused by a hold alone.
class FixGuardsTest {
  private static final HostPath PAUSE = new HostPath("/run/unhang/pause");
  private static final HostPath GUEST = new HostPath("/etc/pve/qemu-server/100.conf");

  private final SimWiring pve = new SimWiring();

  private TestConsole fix(String... words) {
    String[] all = new String[words.length + 3];
    all[0] = "fix";
    all[1] = "eno1";
    all[2] = "--yes";
    System.arraycopy(words, 0, all, 3, words.length);
    return TestConsole.run(pve, all);
  }

  @Test
  void aHoldRefusesAlsoWhatHasNoRisk() {
    pve.write(PAUSE, "backup of the rack\n");
    TestConsole refused = fix();
    assertThat(refused.exit()).isEqualTo(4);
    assertThat(refused.err())
        .contains("/run/unhang/pause is there: backup of the rack", "--override hold");
    assertThat(TestConsole.run(pve, "history").out()).contains("changed nothing");
    assertThat(fix("--override", "hold").exit()).isZero();
  }

  @Test
  void aLookTellsWhatWouldBeRefused() {
    pve.write(PAUSE, "");
    TestConsole look = fix("--dry-run");
    assertThat(look.exit()).isZero();
    assertThat(look.out()).contains("Would be refused", "--override hold");
  }

  @Test
  void aGuestThatIsBackedUpKeepsAResetFromBeingDoneAndNothingElse() {
    pve.write(GUEST, "lock: backup\nnet0: virtio=BC:24:11:00:00:01,bridge=vmbr0\n");
    TestConsole refused = fix("--set", "rx");
    assertThat(refused.exit()).isEqualTo(4);
    assertThat(refused.err())
        .contains("guest 100 is locked by a backup that runs", "--override guests-busy");
    assertThat(fix("--set", "tso").exit()).isZero();
    assertThat(fix("--set", "rx", "--override", "guests-busy").exit()).isZero();
  }

  @Test
  void aClusterFileSystemThatBlocksRefusesAReset() {
    pve.host().block(new HostPath("/etc/pve"));
    TestConsole refused = fix("--set", "rx");
    assertThat(refused.exit()).isEqualTo(4);
    assertThat(refused.err())
        .contains("guests-busy can't tell", "/etc/pve: no answer", "--override guests-busy");
    assertThat(fix("--set", "rx", "--override", "guests-busy").exit()).isZero();
  }

  @Test
  void aHoldThatCannotBeLookedForRefusesEverything() {
    pve.host().deny(new HostPath("/run/unhang"));
    TestConsole refused = fix();
    assertThat(refused.exit()).isEqualTo(4);
    assertThat(refused.err()).contains("/run/unhang/pause: denied", "--override hold");
  }

  @Test
  void aDeviceThatDoesNotAnswerIsNotReset() {
    pve.host().readAllOnes();
    TestConsole refused = fix("--set", "rx");
    assertThat(refused.exit()).isEqualTo(4);
    assertThat(refused.err()).contains("registers read all ones", "power the host off");
    assertThat(fix("--set", "tso").exit()).isZero();
  }
}

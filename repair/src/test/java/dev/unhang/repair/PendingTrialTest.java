package dev.unhang.repair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.model.change.Change;
import dev.unhang.model.change.Change.State;
import dev.unhang.model.id.BootId;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.id.PciAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Which change keeps everything else from being done to a NIC.
class PendingTrialTest {
  private static final BootId BOOT = new BootId("0123456789abcdef0123456789abcdef");
  private static final BootId ANOTHER = new BootId("fedcba9876543210fedcba9876543210");
  private static final InterfaceName NIC = new InterfaceName("eno1");
  private static final PciAddress PCI = new PciAddress("0000:00:19.0");

  private static Change change(int number, String nic, Optional<PciAddress> pci, State state) {
    return new Change(
        number,
        Instant.EPOCH,
        new InterfaceName(nic),
        pci,
        Optional.of(BOOT),
        "fix",
        List.of(),
        state);
  }

  private static Optional<Integer> pending(BootId now, Change... history) {
    return PendingTrial.of(List.of(history), NIC, Optional.of(PCI), Optional.of(now))
        .map(trial -> trial.change().number());
  }

  @ParameterizedTest
  @EnumSource
  void itIsOneThatIsArmedOrOnTrial(State state) {
    assertThat(pending(BOOT, change(1, "eno1", Optional.of(PCI), state)).isPresent())
        .isEqualTo(state == State.ARMED || state == State.ON_TRIAL);
  }

  @Test
  void oneOfAnotherBootHasLapsed() {
    Change change = change(1, "eno1", Optional.of(PCI), State.ON_TRIAL);
    assertThat(pending(ANOTHER, change)).isEmpty();
    assertThat(PendingTrial.of(List.of(change), NIC, Optional.of(PCI), Optional.empty()))
        .as("which boot it is was not read")
        .isPresent();
  }

  @Test
  void theCardCountsAndNotItsName() {
    assertThat(pending(BOOT, change(1, "enp0s31f6", Optional.of(PCI), State.ON_TRIAL))).contains(1);
    PciAddress other = new PciAddress("0000:02:00.0");
    assertThat(pending(BOOT, change(1, "eno1", Optional.of(other), State.ON_TRIAL))).isEmpty();
    assertThat(pending(BOOT, change(1, "eno1", Optional.empty(), State.ON_TRIAL))).contains(1);
  }

  @Test
  void ofTwoTheNewerIsTold() {
    assertThat(
            pending(
                BOOT,
                change(1, "eno1", Optional.of(PCI), State.ON_TRIAL),
                change(2, "eno1", Optional.of(PCI), State.ON_TRIAL)))
        .contains(2);
  }

  @Test
  void itSaysHowItIsSettled() {
    PendingTrial trial = new PendingTrial(change(7, "eno1", Optional.of(PCI), State.ON_TRIAL));
    assertThat(trial.words()).contains("change 7 is on trial");
    assertThat(trial.settle()).contains("unhang confirm", "unhang undo 7");
  }
}

package dev.unhang.linux.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unhang.model.change.Change;
import dev.unhang.model.error.CannotChange;
import dev.unhang.model.error.CannotRead;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.facts.OffloadGroup;
import dev.unhang.model.host.FileEdit;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.name.InterfaceName;
import dev.unhang.model.name.PciAddress;
import dev.unhang.model.name.StepId;
import dev.unhang.model.plan.Action;
import dev.unhang.model.plan.Plan;
import dev.unhang.model.plan.PlannedStep;
import dev.unhang.model.plan.Risk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was changed is on disk before it is done, and outlives everything.
class FileLedgerTest {
  private static final InterfaceName NIC = new InterfaceName("eno1");

  @TempDir private Path folder = Path.of("");

  private FileLedger ledger() {
    return new FileLedger(folder.resolve("changes"), () -> Instant.parse("2025-05-25T13:23:30Z"));
  }

  private static Plan plan() {
    List<Action> actions =
        List.of(
            new Action.SwitchOffload(
                NIC,
                OffloadGroup.TSO,
                List.of("tx-tcp-segmentation", "tx-tcp6-segmentation"),
                false),
            new Action.WriteFile(
                new FileEdit(
                    new HostPath("/etc/network/interfaces"),
                    Content.of(new byte[] {1, (byte) 0xff, 0}),
                    Content.of("after\n"))));
    List<PlannedStep> steps =
        actions.stream()
            .map(action ->
                new PlannedStep(new StepId("test"), "t", "c", "w", new Risk.None(), "u", action))
            .toList();
    return new Plan(NIC, Optional.of(new PciAddress("0000:00:19.0")), steps, List.of(), "abcdef");
  }

  @Test
  void aChangeIsReadBackByAnotherProcessAsItWasEntered() {
    Change begun = ledger().begin(plan(), "fix eno1 \"quoted\"");
    assertThat(ledger().history()).containsExactly(begun);
    assertThat(begun.state()).isEqualTo(Change.State.BEGUN);
    assertThat(begun.actions()).hasSize(2);
  }

  @Test
  void statesAreKeptInOrder() {
    Change change = ledger().begin(plan(), "a");
    ledger().done(change);
    assertThat(ledger().history().getFirst().state()).isEqualTo(Change.State.DONE);
    ledger().undone(change);
    assertThat(ledger().history().getFirst().state()).isEqualTo(Change.State.UNDONE);
  }

  @Test
  void numbersGoUpAndAreNeverTakenTwice() throws IOException {
    ledger().begin(plan(), "a");
    Files.writeString(folder.resolve("changes/0002"), "taken");
    assertThat(ledger().begin(plan(), "b").number()).isEqualTo(3);
  }

  @Test
  void aLineThatWasBeingWrittenWhenThePowerWentIsNotThereYet() throws IOException {
    ledger().begin(plan(), "a");
    Files.writeString(folder.resolve("changes/0001"), "{\"state\":\"DO", StandardOpenOption.APPEND);
    assertThat(ledger().history().getFirst().state()).isEqualTo(Change.State.BEGUN);
  }

  @Test
  void damageIsAnErrorThatNamesTheFile() throws IOException {
    ledger().begin(plan(), "a");
    Files.writeString(folder.resolve("changes/0001"), "{}\n");
    assertThatThrownBy(() -> ledger().history())
        .isInstanceOf(CannotRead.class)
        .hasMessageContaining("0001");
  }

  @Test
  void theFolderIsForItsOwnerAlone() throws IOException {
    ledger().begin(plan(), "a");
    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("changes"))))
        .isEqualTo("rwx------");
  }

  @Test
  void aHostWithoutChangesHasAnEmptyHistory() {
    assertThat(ledger().history()).isEmpty();
  }

  @Test
  void onlyOneMayWriteAtATime() throws IOException {
    Path lock = folder.resolve("run/lock");
    try (WriterLock held = WriterLock.take(lock)) {
      assertThatThrownBy(() -> WriterLock.take(lock))
          .isInstanceOf(CannotChange.class)
          .hasMessageContaining("another unhang");
      assertThat(held).isNotNull();
    }
    WriterLock.take(lock).close();
  }
}

package dev.unhang.linux.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unhang.linux.command.RunCommand;
import dev.unhang.linux.file.Root;
import dev.unhang.model.change.Change;
import dev.unhang.model.error.CannotChange;
import dev.unhang.model.error.CannotRead;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.host.Command;
import dev.unhang.model.host.Entry;
import dev.unhang.model.host.FileEdit;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.id.BootId;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.id.PciAddress;
import dev.unhang.model.id.StepId;
import dev.unhang.model.net.OffloadGroup;
import dev.unhang.model.net.Parameter;
import dev.unhang.model.net.Pause;
import dev.unhang.model.net.PrivateFlag;
import dev.unhang.model.plan.Action;
import dev.unhang.model.plan.Plan;
import dev.unhang.model.plan.PlannedStep;
import dev.unhang.model.plan.PortState;
import dev.unhang.model.plan.Risk;
import dev.unhang.model.setting.Tuning;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What was changed is on disk before it is done, and outlives everything.
class FileLedgerTest {
  private static final InterfaceName NIC = new InterfaceName("eno1");

  @TempDir private Path folder = Path.of("");

  private FileLedger ledger() {
    return new FileLedger(
        Root.here(),
        at(folder.resolve("changes")),
        () -> Instant.parse("2025-05-25T13:23:30Z"),
        () -> Optional.of(new BootId("0123456789abcdef0123456789abcdef")));
  }

  private static HostPath at(Path path) {
    return new HostPath(path.toString());
  }

  private static WriterLock take(Path lock) {
    return WriterLock.take(Root.here(), at(lock));
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
  void whenAStateWasReachedIsReadBack() throws IOException {
    Change change = ledger().begin(plan(), "turn off tso");
    assertThat(ledger().history().getFirst().reached()).isEmpty();
    ledger().reached(change, Change.State.DONE);
    assertThat(ledger().history().getFirst().reached())
        .contains(Instant.parse("2025-05-25T13:23:30Z"));
    Path file = folder.resolve("changes/0001");
    Files.writeString(
        file,
        Files.readString(file).replaceFirst("\"at\":\"2025[^\"]*\"}\n$", "\"at\":\"soon\"}\n"));
    assertThat(ledger().history().getFirst().state()).isEqualTo(Change.State.DONE);
    assertThat(ledger().history().getFirst().reached()).isEmpty();
  }

  @Test
  void aChangeIsReadBackByAnotherProcessAsItWasEntered() {
    Change begun = ledger().begin(plan(), "fix eno1 \"quoted\"");
    assertThat(ledger().history()).containsExactly(begun);
    assertThat(begun.state()).isEqualTo(Change.State.BEGUN);
    assertThat(begun.actions()).hasSize(2);
  }

  @Test
  void aChangeThatIsTriedFirstIsToldFromOneThatIsNotByItsFirstLine() {
    Change begun = ledger().begin(plan(), "fix eno1", Change.State.TO_BE_TRIED);
    assertThat(ledger().history()).containsExactly(begun);
    assertThat(begun.state()).isEqualTo(Change.State.TO_BE_TRIED);
  }

  @Test
  void everyKindOfActionIsReadBackAsItWasEntered() {
    PciAddress pci = new PciAddress("0000:02:00.0");
    List<Tuning> values =
        List.of(
            new Tuning.Offload(OffloadGroup.TSO, false),
            new Tuning.EnergyEfficiency(false),
            new Tuning.FlowControl(new Pause(false, true, false)),
            new Tuning.RingLength("tx", 4096),
            new Tuning.Coalescing(new Parameter("rx-usecs", 1L << 31)),
            new Tuning.DriverFlag(new PrivateFlag("legacy rx", true)),
            new Tuning.Aspm(pci, "l1_aspm", false));
    HostPath path = new HostPath("/etc/systemd/network/99-default.link.d");
    List<Action> actions = new ArrayList<>();
    values.forEach(value -> actions.add(new Action.Tune(NIC, value, value)));
    actions.add(new Action.MakeEntry(path, new Entry.Folder(), true));
    actions.add(new Action.MakeEntry(path, new Entry.Link("../a b"), false));
    actions.add(new Action.MakeEntry(path, new Entry.NewFile(Content.of("[Link]\n")), true));
    actions.add(
        new Action.Recover(
            new StepId("rebind-driver"),
            new PortState(
                NIC,
                pci,
                "e1000e",
                true,
                Optional.of(9000),
                Optional.of(new PortState.Master(new InterfaceName("bond0"), Optional.of("bond"))),
                List.of("rx-checksum"),
                List.of("tx-tcp-segmentation", "rx-gro"),
                values,
                Optional.of("pg"),
                List.of("net/ipv6/conf/eno1/disable_ipv6=1"),
                List.of(List.of("ip", "route", "add"), List.of("bridge", "vlan")))));
    actions.add(new Action.Refresh(List.of("/usr/sbin/update-grub", "a b")));
    List<PlannedStep> steps =
        actions.stream()
            .map(action ->
                new PlannedStep(new StepId("test"), "t", "c", "w", new Risk.None(), "u", action))
            .toList();
    ledger().begin(new Plan(NIC, Optional.of(pci), steps, List.of(), "abcdef"), "all");
    assertThat(ledger().history().getFirst().actions()).isEqualTo(actions);
  }

  @Test
  void statesAreKeptInOrder() {
    Change change = ledger().begin(plan(), "a");
    ledger().reached(change, Change.State.DONE);
    assertThat(ledger().history().getFirst().state()).isEqualTo(Change.State.DONE);
    ledger().reached(change, Change.State.UNDONE);
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

  /// A shared lock takes no more than the right to read: nobody else may open the file, whatever
  /// the umask was, and whatever an older version has left.
  @Test
  void nobodyElseCanOpenTheLock(@TempDir Path folder) throws Exception {
    Path own = folder.resolve("run/unhang");
    Path lock = own.resolve("lock");
    take(lock).close();
    assertThat(permissions(own)).isEqualTo("rwx------");
    assertThat(permissions(lock)).isEqualTo("rw-------");
    Files.setPosixFilePermissions(own, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.setPosixFilePermissions(lock, PosixFilePermissions.fromString("rw-rw-rw-"));
    take(lock).close();
    assertThat(permissions(own)).isEqualTo("rwx------");
    assertThat(permissions(lock)).isEqualTo("rw-------");
  }

  @Test
  void aLinkInPlaceOfTheLockIsNotFollowed(@TempDir Path folder) throws Exception {
    Path lock = folder.resolve("unhang/lock");
    Files.createDirectories(lock.getParent());
    Files.createSymbolicLink(lock, folder.resolve("elsewhere"));
    assertThatThrownBy(() -> take(lock)).isInstanceOf(CannotChange.class);
    assertThat(folder.resolve("elsewhere")).doesNotExist();
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void onlyOneMayWriteAtATime() throws IOException {
    Path lock = folder.resolve("run/lock");
    try (WriterLock held = take(lock)) {
      assertThatThrownBy(() -> take(lock))
          .isInstanceOf(CannotChange.class)
          .hasMessageContaining("another unhang");
      assertThat(held).isNotNull();
    }
    take(lock).close();
  }

  @Test
  void aStateAfterALineThatWasCutOffIsStillRead() throws IOException {
    Change change = ledger().begin(plan(), "a");
    Files.writeString(folder.resolve("changes/0001"), "{\"state\":\"DO", StandardOpenOption.APPEND);
    ledger().reached(change, Change.State.UNDONE);
    assertThat(ledger().history().getFirst().state()).isEqualTo(Change.State.UNDONE);
  }

  /// The power went while a line was written that was longer than the next one.
  @Test
  void nothingOfALongerLineThatWasCutOffIsLeft() throws IOException {
    Change change = ledger().begin(plan(), "a");
    Path file = folder.resolve("changes/0001");
    Files.writeString(file, "{\"state\":\"" + "D".repeat(500), StandardOpenOption.APPEND);
    ledger().reached(change, Change.State.DONE);
    assertThat(Files.readString(file)).endsWith("}\n").doesNotContain("DDD");
  }

  @Test
  void aStateThatIsNotWholeIsNoState() throws IOException {
    ledger().begin(plan(), "a");
    Files.writeString(
        folder.resolve("changes/0001"), "{\"state\":\"DONE\",\"at\":\n", StandardOpenOption.APPEND);
    assertThatThrownBy(() -> ledger().history())
        .isInstanceOf(CannotRead.class)
        .hasMessageContaining("0001");
  }

  /// What was taken away by hand is not given again: numbers are in the order of the changes.
  @Test
  void aNumberThatIsFreeInBetweenStaysFree() throws IOException {
    ledger().begin(plan(), "a");
    ledger().begin(plan(), "b");
    ledger().begin(plan(), "c");
    Files.delete(folder.resolve("changes/0001"));
    Files.delete(folder.resolve("changes/0002"));
    assertThat(ledger().begin(plan(), "d").number()).isEqualTo(4);
  }

  @Test
  void anEntryWithoutAFirstLineGetsNoState() throws IOException {
    Change change = ledger().begin(plan(), "a");
    Path file = Files.writeString(folder.resolve("changes/0001"), "");
    assertThatThrownBy(() -> ledger().reached(change, Change.State.DONE))
        .isInstanceOf(CannotChange.class)
        .hasMessageContaining("no whole first line");
    assertThat(file).isEmptyFile();
  }

  @Test
  void aFolderThatCanNotBeReadIsNeverAnEmptyHistory() throws IOException {
    Files.writeString(folder.resolve("changes"), "no folder");
    assertThatThrownBy(() -> ledger().history()).isInstanceOf(CannotRead.class);
  }

  @Test
  void aDraftOfARunThatWasKilledIsNoChange() throws IOException {
    ledger().begin(plan(), "a");
    Files.writeString(folder.resolve("changes/.unhang-123"), "{\"schema\":");
    assertThat(ledger().history()).hasSize(1);
  }

  @Test
  void whatAKilledRunLeftIsTakenAwayByTheNextThatWrites() throws IOException {
    Change begun = ledger().begin(plan(), "fix");
    Path draft = Files.writeString(folder.resolve("changes/.unhang-123"), "{\"schema\":");
    ledger().reached(begun, Change.State.UNDONE);
    assertThat(draft).doesNotExist();
  }

  @Test
  void nothingIsLeftBesideTheEntries() throws IOException {
    Files.createDirectories(folder.resolve("changes"));
    Files.writeString(folder.resolve("changes/0001"), "taken");
    Change change = ledger().begin(plan(), "a");
    ledger().reached(change, Change.State.DONE);
    try (Stream<Path> files = Files.list(folder.resolve("changes"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("0001", "0002");
    }
  }

  @Test
  void anEntryThatEndsBeforeItsFirstLineDoesIsAnErrorThatNamesIt() throws IOException {
    ledger().begin(plan(), "a");
    Path file = folder.resolve("changes/0001");
    Files.writeString(file, Files.readString(file).strip());
    assertThatThrownBy(() -> ledger().history())
        .isInstanceOf(CannotRead.class)
        .hasMessageContaining("0001");
  }

  @Test
  void bytesThatAreNoTextAreAnErrorThatNamesTheFile() throws IOException {
    ledger().begin(plan(), "a");
    Files.write(folder.resolve("changes/0001"), new byte[] {(byte) 0xff, '\n'});
    assertThatThrownBy(() -> ledger().history())
        .isInstanceOf(CannotRead.class)
        .hasMessageContaining("0001");
  }

  @ParameterizedTest
  @CsvSource({
    "without its actions, actions, acts",
    "with a switch that is neither on nor off, \"off\", \"of\"",
    "under another number, \"number\":1, \"number\":7",
    "of a later format, change/1, change/2"
  })
  void anEntryIsReadAsItWasWrittenOrNotAtAll(String why, String from, String to)
      throws IOException {
    ledger().begin(plan(), "a");
    Path file = folder.resolve("changes/0001");
    Files.writeString(file, Files.readString(file).replace(from, to));
    assertThatThrownBy(() -> ledger().history()).as(why).isInstanceOf(CannotRead.class);
  }

  /// A process loses its lock by closing any descriptor of the file: that is why a second try
  /// within the process must not open it.
  @Test
  void aSecondTryDoesNotGiveTheLockAway() throws Exception {
    Path lock = folder.resolve("lock");
    try (WriterLock held = take(lock)) {
      assertThatThrownBy(() -> take(lock)).isInstanceOf(CannotChange.class);
      assertThat(held).isNotNull();
      assertThat(takenByAnotherProcess(lock)).isEqualTo("refused\n");
    }
    assertThat(takenByAnotherProcess(lock)).isEqualTo("taken\n");
  }

  private static String takenByAnotherProcess(Path lock) {
    Command command =
        new Command(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                AnotherProcess.class.getName(),
                lock.toString()),
            Duration.ofSeconds(60));
    return RunCommand.collect(command).known().orElseThrow().out().utf8();
  }

  /// Tries to take the lock that it is told.
  static final class AnotherProcess {
    private AnotherProcess() {}

    public static void main(String[] lock) throws IOException {
      try (WriterLock held = take(Path.of(lock[0]))) {
        System.out.println(held == null ? "" : "taken");
      } catch (CannotChange refused) {
        System.out.println("refused");
      }
    }
  }
}

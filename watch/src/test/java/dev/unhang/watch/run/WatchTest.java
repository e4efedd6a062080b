package dev.unhang.watch.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.model.change.Change;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.KernelOrder;
import dev.unhang.model.host.KernelQuestion.OffloadsOf;
import dev.unhang.model.net.Offload;
import dev.unhang.model.plan.Action;
import dev.unhang.sim.SimFault;
import dev.unhang.sim.SimHost;
import dev.unhang.watch.machine.Account;
import dev.unhang.watch.machine.Account.Stage;
import dev.unhang.watch.machine.Cause;
import dev.unhang.watch.policy.Alerting;
import dev.unhang.watch.policy.NicPolicy;
import dev.unhang.watch.policy.Policy;
import dev.unhang.watch.policy.PreventRule;
import dev.unhang.watch.policy.Publishing;
import dev.unhang.watch.policy.RebootRule;
import dev.unhang.watch.policy.RecoverRule;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The watch on the simulated host: what it does about each kind of hang, and what moves nothing.
class WatchTest {
  private static final Policy MILD = Day.policy(RecoverRule.MILD, PreventRule.LIVE);
  private static final Policy ALL = Day.policy(RecoverRule.ALL, PreventRule.LIVE);

  private static Day day(Policy policy) {
    Day day = new Day();
    day.start(policy);
    day.pass(Duration.ofSeconds(3));
    return day;
  }

  private static boolean segments(Day day) {
    return day.host
        .kernel()
        .ask(new OffloadsOf(SimHost.NIC))
        .known()
        .orElseThrow()
        .named("tx-tcp-segmentation")
        .map(Offload::active)
        .orElseThrow();
  }

  @Test
  void nothingIsDoneToAHostOnWhichNothingHappens() {
    Day day = day(ALL);
    day.load(5);
    day.pass(Duration.ofMinutes(5));
    assertThat(day.done).isEmpty();
    assertThat(day.told).isEmpty();
  }

  @Test
  void aHangUnderLoadIsCuredPreventedAndTold() {
    Day day = day(MILD);
    day.load(40);
    day.pass(Duration.ofSeconds(60));
    Account account = day.only();
    assertThat(account.stage()).isEqualTo(Stage.CURED);
    assertThat(account.curedBy()).contains("restart-negotiation");
    assertThat(account.evidence()).isPresent();
    assertThat(account.outage().orElseThrow()).isLessThanOrEqualTo(Duration.ofSeconds(12));
    assertThat(account.notes()).anyMatch(note -> note.contains("a reboot restores"));
    assertThat(segments(day)).isFalse();
    assertThat(day.host.isHung()).isFalse();
    assertThat(day.entries.history()).noneMatch(Change::isPending).hasSize(2);
    day.load(300);
    day.pass(Duration.ofSeconds(320));
    assertThat(day.told).as("the same load brings no other hang").hasSize(1);
  }

  /// A reboot brings back what was before: only the running kernel was changed.
  @Test
  void whatPreventsEndsWithTheBoot() {
    Day day = day(MILD);
    day.hang(SimFault.TRANSMIT_STOPPED);
    day.pass(Duration.ofSeconds(20));
    assertThat(segments(day)).isFalse();
    assertThat(day.entries.history())
        .allMatch(change ->
            change.actions().stream().allMatch(Action::endsWithTheBoot)
                || change.actions().stream().allMatch(Action.Recover.class::isInstance));
    day.host.powerCycle();
    assertThat(segments(day)).isTrue();
  }

  @Test
  void aStallIsFoundWithoutALineInTheLog() {
    Day day = day(MILD);
    day.host.silenceReports();
    day.load(40);
    day.pass(Duration.ofSeconds(60));
    assertThat(day.only().cause()).isEqualTo(Cause.STALL);
    assertThat(day.only().stage()).isEqualTo(Stage.CURED);
  }

  @Test
  void aCardThatStandsStillAlreadyIsFoundAtTheStart() {
    Day day = new Day();
    day.hang(SimFault.TRANSMIT_STOPPED);
    day.start(MILD);
    day.pass(Duration.ofSeconds(20));
    assertThat(day.only().cause()).isEqualTo(Cause.FOUND);
    assertThat(day.only().stage()).isEqualTo(Stage.CURED);
  }

  /// A reset that was interrupted leaves a card so that may not use the bus: the driver can't bring
  /// its link up.
  @Test
  void aCardThatMayNotUseTheBusIsCuredThoughItHasNoLink() {
    Day day = new Day();
    day.host.write(
        new HostPath("/sys/bus/pci/devices/0000:00:19.0/power/runtime_status"), "active\n");
    day.hang(SimFault.DMA_STOPPED);
    day.host.losesLink();
    day.start(ALL);
    day.pass(Duration.ofMinutes(2));
    assertThat(day.only().stage()).isEqualTo(Stage.CURED);
  }

  /// A cable is unplugged, and the driver lets the device sleep.
  @ParameterizedTest
  @ValueSource(strings = {"suspended\n", "unsupported\n", ""})
  void aCardWithoutALinkThatMayBeAsleepIsLeftAlone(String status) {
    Day day = new Day();
    day.host.write(new HostPath("/sys/bus/pci/devices/0000:00:19.0/power/runtime_status"), status);
    day.hang(SimFault.DMA_STOPPED);
    day.host.losesLink();
    day.start(ALL);
    day.pass(Duration.ofMinutes(2));
    assertThat(day.told).isEmpty();
    assertThat(day.done).isEmpty();
  }

  private static final Policy REBOOTS =
      Day.policy(RecoverRule.ALL, PreventRule.LIVE, RebootRule.LAST_RESORT);

  @Test
  void aCardThatNoStepCuresIsCuredByAReboot() {
    Day day = day(REBOOTS);
    day.hang(SimFault.BROKEN);
    day.pass(Duration.ofMinutes(5));
    assertThat(day.reboots).hasSize(1);
    assertThat(day.host.isHung()).isFalse();
    assertThat(day.only().stage()).isEqualTo(Stage.CAME_BACK);
    assertThat(day.entries.history()).noneMatch(Change::isPending);
  }

  /// Neither at once nor on any of the days that follow.
  @Test
  void aCardThatAlsoARebootDoesNotCureRebootsTheHostOnceAndOnlyOnce() {
    Day day = day(REBOOTS);
    day.afterReboot = after -> after.hang(SimFault.BROKEN);
    day.hang(SimFault.BROKEN);
    for (int hour = 0; hour < 80; hour++) {
      day.pass(Duration.ofSeconds(30));
      day.restart();
      day.skip(Duration.ofHours(1));
      day.reload(REBOOTS);
    }
    assertThat(day.reboots).hasSize(1);
    assertThat(day.told.values())
        .anyMatch(account ->
            account.stage() == Stage.GIVEN_UP
                && account.notes().stream().anyMatch(note -> note.startsWith("no reboot: ")));
  }

  @Test
  void aClockThatWasSetBackMakesNoSecondReboot() {
    Day day = day(REBOOTS);
    day.afterReboot =
        after -> {
          after.host.setClock(Duration.ofDays(-9_000));
          after.hang(SimFault.BROKEN);
        };
    day.hang(SimFault.BROKEN);
    day.pass(Duration.ofMinutes(20));
    assertThat(day.reboots).hasSize(1);
  }

  /// Why the host is not rebooted.
  enum NoReboot implements Consumer<Day> {
    BACKUP("locked by a backup") {
      @Override
      public void accept(Day day) {
        day.host.write(new HostPath("/etc/pve/qemu-server/101.conf"), "lock: backup\n");
      }
    },
    INHIBITED("inhibited by apt") {
      @Override
      public void accept(Day day) {
        day.isInhibited = true;
      }
    };

    final String why;

    NoReboot(String why) {
      this.why = why;
    }
  }

  @ParameterizedTest
  @EnumSource(NoReboot.class)
  void whatARebootWouldEndKeepsTheHostFromIt(NoReboot reason) {
    Day day = day(REBOOTS);
    reason.accept(day);
    day.hang(SimFault.BROKEN);
    day.pass(Duration.ofMinutes(5));
    assertThat(day.reboots).isEmpty();
    assertThat(day.only().stage()).isEqualTo(Stage.GIVEN_UP);
    assertThat(day.only().notes())
        .anyMatch(note -> note.startsWith("no reboot: ") && note.contains(reason.why));
    assertThat(day.entries.history()).noneMatch(Change::isPending);
  }

  @ParameterizedTest
  @CsvSource({
    "TRANSMIT_STOPPED, MILD, CURED, restart-negotiation",
    "DMA_STOPPED, ALL, CURED, rebind-driver",
    "LOST_BY_DRIVER, ALL, CURED, rescan-bus",
    "DMA_STOPPED, MILD, GIVEN_UP,",
    "LOST_BY_DRIVER, MILD, GIVEN_UP,",
    "BROKEN, ALL, GIVEN_UP,",
    "TRANSMIT_STOPPED, OFF, GIVEN_UP,"
  })
  void eachFaultEndsAsThePolicyAllows(
      SimFault fault, RecoverRule recover, Stage stage, String curedBy) {
    Day day = day(Day.policy(recover, PreventRule.LIVE));
    day.hang(fault);
    day.pass(Duration.ofMinutes(5));
    assertThat(day.only().stage()).isEqualTo(stage);
    assertThat(day.only().curedBy()).isEqualTo(Optional.ofNullable(curedBy));
    if (recover != RecoverRule.ALL) {
      assertThat(day.done)
          .as("the interface is kept")
          .noneMatch(order -> order instanceof KernelOrder.Bind)
          .noneMatch(order -> order instanceof KernelOrder.RemoveFunction);
    }
  }

  @Test
  void noStepIsDoneTwiceInOneEpisodeWhateverIsReloaded() {
    Day day = day(MILD);
    day.hang(SimFault.BROKEN);
    day.pass(Duration.ofMinutes(5));
    for (int i = 0; i < 5; i++) {
      day.reload(i % 2 == 0 ? ALL : MILD);
      day.pass(Duration.ofMinutes(4));
    }
    assertThat(rungs(day)).doesNotHaveDuplicates().hasSize(4);
    assertThat(day.only().stage()).isEqualTo(Stage.GIVEN_UP);
  }

  private static List<String> rungs(Day day) {
    return day.entries.history().stream()
        .flatMap(change -> change.actions().stream())
        .filter(Action.Recover.class::isInstance)
        .map(action -> ((Action.Recover) action).rung().value())
        .toList();
  }

  @Test
  void theFourthHangWithinAnHourOnlyAlerts() {
    Day day = day(Day.policy(RecoverRule.MILD, PreventRule.OFF));
    for (int i = 0; i < 4; i++) {
      day.hang(SimFault.TRANSMIT_STOPPED);
      day.pass(Duration.ofMinutes(5));
    }
    assertThat(day.recoveries).hasSize(3);
    Account last = List.copyOf(day.told.values()).getLast();
    assertThat(last.stage()).isEqualTo(Stage.WAITS);
    assertThat(last.notes()).anyMatch(note -> note.contains("3 times within an hour"));
    assertThat(day.host.isHung()).isTrue();
    day.pass(Duration.ofMinutes(46));
    assertThat(day.host.isHung()).as("an hour after the first there is room again").isFalse();
    assertThat(day.told).hasSize(4);
  }

  @ParameterizedTest
  @EnumSource(Jump.class)
  void aClockThatJumpsHidesNothingOfTheCooldown(Jump jump) {
    Day day = day(Day.policy(RecoverRule.MILD, PreventRule.OFF));
    for (int i = 0; i < 5; i++) {
      day.hang(SimFault.TRANSMIT_STOPPED);
      day.pass(Duration.ofMinutes(1));
      day.host.setClock(jump.by);
      day.restart();
      day.pass(Duration.ofMinutes(1));
    }
    assertThat(day.recoveries).hasSize(3);
  }

  enum Jump {
    FORWARDS(Duration.ofDays(400)),
    BACKWARDS(Duration.ofDays(-400));

    private final Duration by;

    Jump(Duration by) {
      this.by = by;
    }
  }

  @Test
  void aHoldKeepsEverythingUntilItIsLifted() {
    Day day = day(MILD);
    day.hold(true);
    day.pass(Duration.ofSeconds(3));
    day.hang(SimFault.TRANSMIT_STOPPED);
    day.pass(Duration.ofMinutes(2));
    assertThat(day.done).isEmpty();
    assertThat(day.only().stage()).isEqualTo(Stage.WAITS);
    assertThat(day.only().notes()).anyMatch(note -> note.contains("somebody works here"));
    day.hold(false);
    day.pass(Duration.ofSeconds(20));
    assertThat(day.only().stage()).isEqualTo(Stage.CURED);
  }

  @Test
  void anotherProgramThatHasTheHostIsWaitedFor() {
    Day day = day(MILD);
    day.someoneElseHasTheHost(true);
    day.hang(SimFault.TRANSMIT_STOPPED);
    day.pass(Duration.ofMinutes(1));
    assertThat(day.done).isEmpty();
    assertThat(day.only().stage()).isEqualTo(Stage.WAITS);
    day.someoneElseHasTheHost(false);
    day.pass(Duration.ofSeconds(30));
    assertThat(day.only().stage()).isEqualTo(Stage.CURED);
  }

  @Test
  void aFullDiskKeepsNoCardFromItsCureAndIsTold() {
    Day day = day(MILD);
    day.diskIsFull = true;
    day.hang(SimFault.TRANSMIT_STOPPED);
    day.pass(Duration.ofSeconds(20));
    assertThat(day.only().stage()).isEqualTo(Stage.CURED);
    assertThat(day.only().notes()).anyMatch(note -> note.contains("disk full"));
  }

  @Test
  void aCardThatItsPartnerHoldsBackIsNotReset() {
    Day day = day(ALL);
    day.host.pauseForever();
    day.pass(Duration.ofMinutes(3));
    assertThat(day.done).isEmpty();
    assertThat(day.told).isEmpty();
  }

  @Test
  void aDeadDeviceIsToldOfAndNotReset() {
    Day day = day(ALL);
    day.hang(SimFault.TRANSMIT_STOPPED);
    day.host.fallOffTheBus();
    day.pass(Duration.ofMinutes(3));
    assertThat(day.done).isEmpty();
    assertThat(day.only().stage()).isEqualTo(Stage.GIVEN_UP);
    assertThat(day.only().notes()).anyMatch(note -> note.contains("does not answer"));
  }

  /// Each text, as somebody without rights gets it into the log. The card sends all the while.
  enum Forgery implements Consumer<Day> {
    INSIDE_ANOTHER_RECORD {
      @Override
      public void accept(Day day) {
        day.host.logs(
            "kernel",
            Optional.empty(),
            "overlayfs: failed to resolve '/nope\n" + Day.REPORT + "\n  TDH <61>': -2");
      }
    },
    OF_ANOTHER_DEVICE {
      @Override
      public void accept(Day day) {
        day.host.logs("kernel", Optional.of("+usb:1-1"), Day.REPORT + "\n  TDH <61>");
      }
    },
    WITHOUT_A_DEVICE {
      @Override
      public void accept(Day day) {
        day.host.logs("kernel", Optional.empty(), Day.REPORT + "\n  TDH <61>");
      }
    },
    BY_A_PROGRAM {
      @Override
      public void accept(Day day) {
        day.host.logs("su", Optional.of(Day.CARD), Day.REPORT + "\n  TDH <61>");
      }
    },
    OF_THE_OTHER_CARD {
      @Override
      public void accept(Day day) {
        day.host.logs(
            "kernel",
            Optional.of(Day.CARD),
            "e1000e 0000:01:00.0 eno2: Detected Hardware Unit Hang:\n  TDH <61>");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Forgery.class)
  void forgedTextMovesNothingNotEvenALook(Forgery forgery) {
    Day day = day(ALL);
    day.load(8);
    for (int i = 0; i < 200; i++) {
      forgery.accept(day);
    }
    day.pass(Duration.ofMinutes(1));
    assertThat(day.done).isEmpty();
    assertThat(day.told).isEmpty();
  }

  /// Even the kernel's own line moves nothing where the device sends.
  @Test
  void aTrueLineOfACardThatSendsMovesNothing() {
    Day day = day(ALL);
    for (int i = 0; i < 200; i++) {
      day.host.logs("kernel", Optional.of(Day.CARD), Day.REPORT + "\n  TDH <61>");
      day.pass(Duration.ofSeconds(1));
    }
    assertThat(day.done).isEmpty();
    assertThat(day.told).isEmpty();
    assertThat(day.distrusted()).isZero();
  }

  /// What the kernel had overwritten before it was read may have told of a hang.
  @Test
  void recordsThatWereLostAreSaidOnce() {
    Day day = new Day();
    day.kmsg("6,10,1000,-;one\n");
    day.kmsg("6,15,2000,-;two\n");
    day.kmsg("6,16,3000,-;three\n");
    assertThat(day.said).hasSize(1).first().asString().contains("4 records lost");
  }

  /// It saves the evidence, and tells.
  @Test
  void aPolicyOfNoRecoveriesOnlyAlerts() {
    Day day =
        day(
            new Policy(
                new NicPolicy(RecoverRule.ALL, PreventRule.LIVE, RebootRule.NEVER, 0),
                Map.of(),
                Alerting.NONE,
                Publishing.NONE));
    day.hang(SimFault.TRANSMIT_STOPPED);
    day.pass(Duration.ofMinutes(3));
    assertThat(day.done).isEmpty();
    assertThat(day.only().stage()).isEqualTo(Stage.GIVEN_UP);
  }
}

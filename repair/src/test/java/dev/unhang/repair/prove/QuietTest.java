package dev.unhang.repair.prove;

import static dev.unhang.repair.prove.Past.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.unhang.model.log.BootEnd;
import dev.unhang.repair.prove.Against.Kind;
import dev.unhang.repair.prove.ChangeInForce.Ended;
import dev.unhang.repair.prove.Exposure.Unit;
import dev.unhang.repair.prove.Judged.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QuietTest {
  private static final double[] NINE = {1, 4, 5, 9, 11, 14, 15, 18, 20};

  private static Past nine() {
    return new Past().boot(0, 400).hangs(NINE);
  }

  private static List<Kind> against(Judged judged) {
    return judged.against().stream().map(Against::kind).toList();
  }

  @Test
  void aQuietTimeIsAProofOnceItIsNoChance() {
    double needed = 21 * (Math.pow(0.05, -1 / 9.0) - 1);
    Judged early = nine().judged(21, 21 + needed - 0.1);
    assertThat(early.verdict()).isEqualTo(Verdict.NOT_YET);
    assertThat(early.repairedFrom())
        .hasValueSatisfying(at ->
            assertThat(Duration.between(day(21 + needed), at).abs())
                .isLessThan(Duration.ofMinutes(1)));
    Judged late = nine().judged(21, 21 + needed + 0.1);
    assertThat(late.verdict()).isEqualTo(Verdict.PROVED);
    assertThat(late.measures().getFirst().chance()).isLessThan(0.05);
    assertThat(late.repairedFrom()).isEmpty();
  }

  @Test
  void oneHangSinceEndsIt() {
    Judged judged = nine().hangs(60).judged(21, 80);
    assertThat(judged.verdict()).isEqualTo(Verdict.HUNG_AGAIN);
    assertThat(judged.hungAgain()).contains(day(60));
    assertThat(judged.since().orElseThrow().hangs()).isEqualTo(1);
  }

  /// A hang minutes after the change is none of the burst before it.
  @Test
  void aHangRightAfterTheChangeIsOneSince() {
    assertThat(nine().hangs(20.999, 21.001).judged(21, 80).verdict()).isEqualTo(Verdict.HUNG_AGAIN);
  }

  /// Reports come seconds after a packet got stuck.
  @Test
  void whatIsReportedWithinSecondsOfTheChangeCameBefore() {
    assertThat(nine().hangs(21 + 3 / 86_400.0).judged(21, 80).verdict()).isEqualTo(Verdict.PROVED);
    assertThat(nine().hangs(21 + 6 / 86_400.0).judged(21, 80).verdict())
        .isEqualTo(Verdict.HUNG_AGAIN);
  }

  @Test
  void whatStoodStillAsItWasChangedIsNoHangSince() {
    Judged judged = nine().stuck(20.9, 21.5).judged(21, 80);
    assertThat(judged.verdict()).isEqualTo(Verdict.PROVED);
    assertThat(judged.since().orElseThrow().from()).isEqualTo(day(21.5));
    Judged still = nine().stuck(20.9, 80).judged(21, 80);
    assertThat(still.verdict()).isEqualTo(Verdict.NOT_ENOUGH);
    assertThat(still.why()).hasValueSatisfying(why -> assertThat(why).contains("still does"));
  }

  @Test
  void twoHangsBeforeAreTooFew() {
    Judged judged = new Past().boot(0, 900).hangs(3, 9).judged(10, 900);
    assertThat(judged.verdict()).isEqualTo(Verdict.NOT_ENOUGH);
    assertThat(judged.why()).hasValueSatisfying(why -> assertThat(why).contains("2 hangs"));
    assertThat(new Past().boot(0, 900).hangs(3, 6, 9).judged(10, 900).verdict())
        .isEqualTo(Verdict.PROVED);
  }

  @Test
  void nothingIsSaidOfTimesThatLogsDoNotHold() {
    for (Judged judged :
        List.of(
            new Past().judged(10, 20),
            nine().judged(0, 20),
            new Past().boot(0, 15).hangs(NINE).judged(21, 80),
            nine().unclear("the clock was set").judged(21, 80))) {
      assertThat(judged.verdict()).isEqualTo(Verdict.NOT_ENOUGH);
      assertThat(judged.why()).isPresent();
      assertThat(judged.measures()).isEmpty();
    }
  }

  /// Only time that logs cover counts, and what is missing is told.
  @Test
  void timeWithoutALogProvesNothing() {
    Judged judged = new Past().boot(0, 22).boot(99, 100).hangs(NINE).judged(21, 100);
    assertThat(judged.verdict()).isEqualTo(Verdict.NOT_YET);
    assertThat(judged.since().orElseThrow().covered()).isEqualTo(Duration.ofDays(2));
    assertThat(against(judged)).contains(Kind.LOG_HAS_GAPS);
  }

  @Test
  void aChangeThatEndedProvesNothing() {
    ChangeInForce undone =
        new ChangeInForce(
            Optional.of(3),
            "fix eno1",
            day(21),
            Optional.of(new Ended(day(50), "was undone at ")),
            false);
    Judged judged = Quiet.of(nine().until(80), undone);
    assertThat(judged.verdict()).isEqualTo(Verdict.NOT_ENOUGH);
    assertThat(judged.why())
        .contains("change 3 is not in force: it was undone at 2026-02-20 00:00Z");
    assertThat(judged.since().orElseThrow().to()).isEqualTo(day(50));
  }

  @Test
  void loadCountsWhereItIsKnown() {
    Load steady = Load.of(List.of(ExposureTest.series("sent", 0, 400, 1, 1e6)));
    Judged judged = nine().load(steady).judged(21, 40);
    assertThat(judged.measures()).extracting(Measure::unit).contains(Unit.BYTES, Unit.UPTIME);
    assertThat(judged.verdict()).isEqualTo(Verdict.PROVED);
    assertThat(against(judged)).doesNotContain(Kind.LOAD_UNKNOWN, Kind.LOAD_FELL);
  }

  /// Ten times less is sent: the days say repaired, the load does not.
  @Test
  void quietDaysWithoutLoadProveNothing() {
    Load fell =
        Load.of(
            List.of(
                ExposureTest.series("sent", 0, 21, 1, 1e6),
                ExposureTest.series("sent", 21, 400, 1, 1e5)));
    Judged judged = nine().load(fell).judged(21, 40);
    assertThat(judged.verdict()).isEqualTo(Verdict.NOT_YET);
    assertThat(judged.measures().getFirst().unit()).isEqualTo(Unit.BYTES);
    assertThat(against(judged)).contains(Kind.LOAD_FELL);
    double needed = 210 * (Math.pow(0.05, -1 / 9.0) - 1);
    assertThat(Duration.between(day(21), judged.repairedFrom().orElseThrow()).toHours() / 24.0)
        .isCloseTo(needed, within(0.1));
  }

  /// Ten times more is sent: the load says repaired, the days do not.
  @Test
  void muchLoadInFewDaysProvesNothingEither() {
    Load rose =
        Load.of(
            List.of(
                ExposureTest.series("sent", 0, 21, 1, 1e6),
                ExposureTest.series("sent", 21, 400, 1, 1e7)));
    Judged judged = nine().load(rose).judged(21, 24);
    assertThat(judged.verdict()).isEqualTo(Verdict.NOT_YET);
    assertThat(judged.measures().getFirst().unit()).isEqualTo(Unit.UPTIME);
  }

  @Test
  void withoutLoadWaitingTellsNothing() {
    Load none =
        Load.of(
            List.of(
                ExposureTest.series("sent", 0, 21, 1, 1e6),
                ExposureTest.series("sent", 21, 400, 1, 0)));
    Judged judged = nine().load(none).judged(21, 100);
    assertThat(judged.verdict()).isEqualTo(Verdict.NOT_YET);
    assertThat(judged.repairedFrom()).isEmpty();
  }

  /// Nine hangs on three days are three, by the look of them.
  @Test
  void hangsInClustersCountOnce() {
    Judged judged =
        new Past()
            .boot(0, 900)
            .hangs(2, 2.01, 2.02, 2.03, 9, 9.01, 9.02, 17, 17.01, 17.02)
            .judged(21, 36);
    assertThat(judged.before().orElseThrow().hangs()).isEqualTo(3);
    assertThat(judged.before().orElseThrow().times()).isEqualTo(10);
    assertThat(judged.verdict()).isEqualTo(Verdict.NOT_YET);
    assertThat(against(judged)).contains(Kind.HANGS_CLUSTER);
  }

  @Test
  void hangsThatBeganLateAreNoCluster() {
    Judged judged = new Past().boot(0, 900).hangs(90, 92, 95, 97, 98).judged(100, 120);
    assertThat(judged.before().orElseThrow().hangs()).isEqualTo(5);
    assertThat(against(judged)).doesNotContain(Kind.HANGS_CLUSTER);
  }

  @Test
  void anotherKernelIsNamed() {
    Past past =
        new Past()
            .boot(0, 22, "6.8.12-4-pve", BootEnd.SHUTDOWN)
            .boot(22, 80, "6.8.12-9-pve", BootEnd.LOG_ENDS)
            .hangs(NINE);
    assertThat(past.judged(21, 80).against())
        .extracting(Against::says)
        .contains(
            "another kernel runs since: 6.8.12-4-pve before, 6.8.12-4-pve, 6.8.12-9-pve since");
    assertThat(against(nine().judged(21, 80))).doesNotContain(Kind.KERNEL_CHANGED);
    Past unknown = new Past().boot(0, 80, "", BootEnd.LOG_ENDS).hangs(NINE);
    assertThat(against(unknown.judged(21, 80))).contains(Kind.KERNEL_UNKNOWN);
  }

  @Test
  void anotherLinkIsNamed() {
    assertThat(against(nine().link(0, 1000).link(30, 100).judged(21, 80)))
        .contains(Kind.LINK_SPEED_CHANGED);
    assertThat(against(nine().link(0, 1000).link(30, 1000).judged(21, 80)))
        .doesNotContain(Kind.LINK_SPEED_CHANGED);
    assertThat(against(nine().down(30).judged(21, 80))).contains(Kind.LINK_WENT_DOWN);
    assertThat(against(nine().down(21.001).down(5).judged(21, 80)))
        .doesNotContain(Kind.LINK_WENT_DOWN);
    Past shutDown =
        new Past()
            .boot(0, 30, "6.8", BootEnd.SHUTDOWN)
            .boot(30.01, 80, "6.8", BootEnd.LOG_ENDS)
            .hangs(NINE)
            .down(29.9999);
    assertThat(against(shutDown.judged(21, 80))).doesNotContain(Kind.LINK_WENT_DOWN);
  }

  @Test
  void whatMayHideAHangIsNamed() {
    assertThat(against(nine().unread(2).judged(21, 80))).contains(Kind.LOG_DAMAGED);
    Past cut =
        new Past()
            .boot(0, 30, "6.8", BootEnd.NO_SHUTDOWN_LOGGED)
            .boot(30.001, 80, "6.8", BootEnd.LOG_ENDS)
            .hangs(NINE);
    assertThat(against(cut.judged(21, 80))).containsOnlyOnce(Kind.BOOT_WITHOUT_SHUTDOWN);
    assertThat(against(cut.judged(40, 80))).doesNotContain(Kind.BOOT_WITHOUT_SHUTDOWN);
  }

  /// Its quiet time ends where it was lost.
  @Test
  void aLostCardIsNotRepaired() {
    Judged judged = nine().lost(22).judged(21, 80);
    assertThat(judged.verdict()).isEqualTo(Verdict.NOT_YET);
    assertThat(judged.since().orElseThrow().to()).isEqualTo(day(22));
    assertThat(against(judged)).contains(Kind.CARD_WAS_LOST);
    assertThat(nine().lost(5).judged(21, 80).verdict()).isEqualTo(Verdict.PROVED);
  }

  @Test
  void anotherChangeIsNamed() {
    ChangeInForce at20 =
        new ChangeInForce(Optional.of(4), "fix eno1", day(20.5), Optional.empty(), false);
    assertThat(against(nine().other(at20).judged(21, 80))).contains(Kind.OTHER_CHANGE);
    ChangeInForce at5 =
        new ChangeInForce(Optional.of(4), "fix eno1", day(5), Optional.empty(), false);
    assertThat(against(nine().other(at5).judged(21, 80))).doesNotContain(Kind.OTHER_CHANGE);
  }
}

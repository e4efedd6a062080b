package dev.unhang.repair.bisect;

import static dev.unhang.model.net.OffloadGroup.GRO;
import static dev.unhang.model.net.OffloadGroup.GSO;
import static dev.unhang.model.net.OffloadGroup.SG;
import static dev.unhang.model.net.OffloadGroup.TSO;
import static dev.unhang.model.net.OffloadGroup.TX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unhang.model.net.OffloadGroup;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BisectTest {
  private static final Setup FOUR =
      new Setup(List.of(TSO, GSO, GRO, TX), Map.of(), 1_000, 60, 100_000);

  /// Each run that can hang does, after ten.
  private static Bisect played(Bisect begin, Card card) {
    Bisect search = begin;
    while (search.next() instanceof Step.Ask ask) {
      assertThat(ask.exposure()).isPositive();
      boolean hangs = card.hangs(ask.off()) && ask.exposure() >= 10;
      search = search.with(new Run(ask.off(), hangs ? 10 : ask.exposure(), hangs));
    }
    return search;
  }

  /// Whether it hangs with some switched off.
  private interface Card {
    boolean hangs(Set<OffloadGroup> off);
  }

  private static Step end(Card card) {
    return played(Bisect.begin(FOUR), card).next();
  }

  @Test
  void theOneThatIsToBlameIsFound() {
    for (OffloadGroup guilty : FOUR.among()) {
      assertThat(end(off -> !off.contains(guilty)))
          .isEqualTo(new Step.Found(List.of(Set.of(guilty))));
    }
  }

  @Test
  void twoThatBothHaveToBeOffAreFound() {
    assertThat(end(off -> !off.containsAll(Set.of(GSO, TX))))
        .isEqualTo(new Step.Found(List.of(Set.of(GSO, TX))));
  }

  @Test
  void eitherOfTwoIsTold() {
    assertThat(end(off -> !off.contains(TSO) && !off.contains(GRO)))
        .isInstanceOfSatisfying(
            Step.Found.class,
            found -> assertThat(found.sets()).containsExactlyInAnyOrder(Set.of(TSO), Set.of(GRO)));
  }

  /// Scatter-gather takes segmentation offload along: it stops the hang too, and costs more.
  @Test
  void whatTakesTheOneToBlameAlongIsNotCalledLeast() {
    Setup setup = new Setup(List.of(TSO, GSO, SG, TX), Setup.BY_KERNEL, 1_000, 60, 100_000);
    assertThat(played(Bisect.begin(setup), off -> !off.contains(TSO)).next())
        .isEqualTo(new Step.Found(List.of(Set.of(TSO))));
    assertThat(played(Bisect.begin(setup), off -> !off.contains(SG)).next())
        .isEqualTo(new Step.Found(List.of(Set.of(SG))));
  }

  @Test
  void thatNoneSufficesIsTold() {
    assertThat(end(off -> true)).isEqualTo(new Step.NoneSuffices());
  }

  /// An erratum that is on no list: two causes of three settings.
  @Test
  void whatWasNotThoughtOfIsFoundToo() {
    Set<OffloadGroup> one = Set.of(TSO, GSO);
    Set<OffloadGroup> other = Set.of(GSO, GRO, TX);
    assertThat(
            end(off ->
                one.stream().noneMatch(off::contains) || other.stream().noneMatch(off::contains)))
        .isEqualTo(new Step.Found(List.of(Set.of(GSO))));
    assertThat(end(off -> off.size() < 4))
        .isEqualTo(new Step.Found(List.of(Set.copyOf(FOUR.among()))));
  }

  @Test
  void aSingleSettingIsJudgedToo() {
    Setup one = new Setup(List.of(TSO), Map.of(), 1_000, 60, 100_000);
    assertThat(played(Bisect.begin(one), off -> off.isEmpty()).next())
        .isEqualTo(new Step.Found(List.of(Set.of(TSO))));
    assertThat(played(Bisect.begin(one), off -> true).next()).isEqualTo(new Step.NoneSuffices());
  }

  /// The kernel takes tso along with sg: sg alone can't be tried, and may be to blame alone.
  @Test
  void whatTheKernelTakesAlongIsSwitchedToo() {
    Setup setup = new Setup(List.of(SG, TSO, GSO), Setup.BY_KERNEL, 1_000, 60, 100_000);
    Bisect search = played(Bisect.begin(setup), off -> !off.contains(SG));
    assertThat(search.next()).isEqualTo(new Step.Found(List.of(Set.of(SG))));
    assertThat(search.runs())
        .filteredOn(run -> run.off().contains(SG))
        .isNotEmpty()
        .allSatisfy(run -> assertThat(run.off()).contains(TSO, GSO));
  }

  @Test
  void aCardThatDoesNotHangIsGivenUp() {
    Step end = end(off -> false);
    assertThat(end).isInstanceOf(Step.GaveUp.class);
    assertThat(end.toString()).contains("too rarely");
  }

  @Test
  void theLimitOfHangsIsKept() {
    Setup few = new Setup(FOUR.among(), Map.of(), 1_000, 5, 100_000);
    Bisect search = played(Bisect.begin(few), off -> !off.containsAll(Set.of(GSO, TX)));
    assertThat(search.next()).isInstanceOf(Step.GaveUp.class);
    assertThat(search.hangs()).isEqualTo(5);
  }

  @Test
  void aRunIsNeverLongerThanItMayBe() {
    Setup brief = new Setup(FOUR.among(), Map.of(), 15, 60, 100_000);
    Bisect search = played(Bisect.begin(brief), off -> !off.contains(GRO));
    assertThat(search.next()).isEqualTo(new Step.Found(List.of(Set.of(GRO))));
    assertThat(search.runs()).allSatisfy(run -> assertThat(run.exposure()).isBetween(0.0, 15.0));
  }

  /// After each run the search is written and read again, and goes on as if nothing had been.
  @Test
  void whoIsCutOffGoesOn() {
    Bisect whole = played(Bisect.begin(FOUR), off -> !off.containsAll(Set.of(GSO, TX)));
    Bisect search = Bisect.begin(FOUR);
    for (Run run : whole.runs()) {
      search = BisectText.read(BisectText.of(search)).orElseThrow();
      assertThat(search.next()).isInstanceOf(Step.Ask.class);
      search = search.with(run);
    }
    assertThat(search.next()).isEqualTo(whole.next());
  }

  @Test
  void aLineThatWasBeingWrittenIsNotThere() {
    Bisect search = Bisect.begin(FOUR).with(new Run(Set.of(TSO, TX), 12.5, true));
    String text = BisectText.of(search);
    assertThat(text)
        .isEqualTo(
            "among=tso,gso,gro,tx along= longest=1000.000000000 hangs=60"
                + " exposure=100000.000000000\noff=tso,tx exposure=12.500000000 hung\n");
    assertThat(BisectText.read(text)).contains(search);
    assertThat(BisectText.read(text.substring(0, text.length() - 3))).contains(Bisect.begin(FOUR));
    Setup along = new Setup(List.of(SG, TSO), Setup.BY_KERNEL, 1, 1, 1);
    assertThat(BisectText.read(BisectText.of(Bisect.begin(along)))).contains(Bisect.begin(along));
  }

  @Test
  void whatIsNoSearchIsNotRead() {
    String setup = BisectText.line(FOUR) + "\n";
    for (String text :
        List.of(
            "",
            "among=",
            setup.replace("tso", "tos"),
            setup.replace("tso,gso", "tso,tso"),
            setup.replace("1000.0", "1e9"),
            setup.replace("along=", "along=tso"),
            setup + "off=lro exposure=1.0 hung\n",
            setup + "off=tso exposure=-1.0 hung\n",
            setup + "off=tso exposure=1.0 maybe\n")) {
      assertThat(BisectText.read(text)).as(text).isEmpty();
    }
    assertThatThrownBy(() -> new Setup(List.of(), Map.of(), 1, 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatItWillCostIsToldBeforeAndBecomesLess() {
    Cost before = Cost.toCome(Bisect.begin(FOUR), 10);
    assertThat(before.hangs()).isBetween(5, 12);
    assertThat(before.runs()).isGreaterThan(before.hangs());
    Bisect search = Bisect.begin(FOUR);
    for (int i = 0; i < 6 && search.next() instanceof Step.Ask ask; i++) {
      boolean hangs = !ask.off().contains(GRO);
      search = search.with(new Run(ask.off(), hangs ? 10 : ask.exposure(), hangs));
    }
    Cost later = Cost.toCome(search, 10);
    assertThat(later.hangs()).isLessThan(before.hangs());
    assertThat(later.exposure()).isLessThan(before.exposure());
  }
}

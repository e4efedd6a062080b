package dev.unhang.repair.experiment;

import static dev.unhang.model.net.OffloadGroup.GSO;
import static dev.unhang.model.net.OffloadGroup.SG;
import static dev.unhang.model.net.OffloadGroup.TSO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unhang.model.change.Change;
import dev.unhang.model.error.CannotChange;
import dev.unhang.model.error.CannotRead;
import dev.unhang.model.host.KernelQuestion.OffloadsOf;
import dev.unhang.model.net.Offloads;
import dev.unhang.model.plan.Action;
import dev.unhang.model.proof.Proof;
import dev.unhang.repair.bisect.Bisect;
import dev.unhang.repair.bisect.Run;
import dev.unhang.repair.bisect.Setup;
import dev.unhang.repair.bisect.Step;
import dev.unhang.repair.recover.Recovery;
import dev.unhang.repair.recover.Rung;
import dev.unhang.repair.trial.LoadOrder;
import dev.unhang.sim.SimErratum;
import dev.unhang.sim.SimFault;
import dev.unhang.sim.SimHost;
import dev.unhang.sim.SimLedger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/// The search on the simulated host, over its own switches, load, ladder and ledger.
class ExperimentTest {
  private static final String TSO_FEATURE = "tx-tcp-segmentation";
  private static final String GSO_FEATURE = "tx-generic-segmentation";
  private static final Setup AMONG =
      new Setup(List.of(TSO, GSO, SG), Setup.BY_KERNEL, 600, 60, 100_000);
  private static final LoadOrder LOAD =
      new LoadOrder(
          SimHost.NIC, "192.0.2.1", 5201, 1, Duration.ofSeconds(1), OptionalLong.empty(), false);

  /// A host whose card stops as an erratum says, and what was seen of it.
  private static final class Bench {
    final SimHost host;
    final SimLedger ledger;
    final List<Bisect> kept = new ArrayList<>();
    final Offloads before;
    int askAtMost = Integer.MAX_VALUE;

    Bench(SimErratum erratum) {
      host = new SimHost(erratum);
      host.askedByRoot();
      ledger = new SimLedger(host.clocks(), host::bootId);
      before = offloads();
    }

    Offloads offloads() {
      return host.kernel().ask(new OffloadsOf(SimHost.NIC)).known().orElseThrow();
    }

    Bisect goOn(Bisect search) {
      Experiment experiment =
          new Experiment(
              new Experiment.Ports(host, host, host, host.clocks(), ledger, host.prober()),
              Set.of("cooldown"));
      return experiment.goOn(search, LOAD, this::keep, new Silent());
    }

    /// A power cut comes between two runs, or within one.
    private void keep(Bisect search) {
      kept.add(search);
      if (kept.size() >= askAtMost) {
        throw new PowerCut();
      }
    }

    void isAsItWas() {
      assertThat(offloads()).isEqualTo(before);
      assertThat(host.isHung()).isFalse();
      assertThat(ledger.history()).noneMatch(Change::isPending);
      assertThat(
              ledger.history().stream()
                  .filter(change ->
                      change.actions().stream().anyMatch(Action.SwitchOffload.class::isInstance)))
          .allMatch(change -> change.state() == Change.State.UNDONE);
    }
  }

  private static final class PowerCut extends Error {
    private static final long serialVersionUID = 1;
  }

  private static final class Silent implements Experiment.Progress, Recovery.Progress {
    @Override
    public void asks(Step.Ask ask) {}

    @Override
    public void loads(Duration elapsed, long bytes) {}

    @Override
    public Recovery.Progress cure() {
      return this;
    }

    @Override
    public void ended(Run run) {}

    @Override
    public void leftOut(Rung rung, String why) {}

    @Override
    public void begins(Rung rung, List<String> commands) {}

    @Override
    public void refused(Rung rung, String why) {}

    @Override
    public void waits(Duration longest) {}

    @Override
    public void proved(Rung rung, Proof proof, Duration took) {}
  }

  private static SimErratum after(int seconds, Predicate<Offloads> where) {
    return (offloads, loaded) -> loaded >= seconds && where.test(offloads);
  }

  @Test
  void theSwitchThatIsToBlameIsFoundAndAllIsAsItWas() {
    Bench bench = new Bench(SimErratum.SEGMENTATION);
    Bisect end = bench.goOn(Bisect.begin(AMONG));
    assertThat(end.next()).isEqualTo(new Step.Found(List.of(Set.of(TSO))));
    assertThat(end.hangs()).isBetween(4, 12);
    bench.isAsItWas();
  }

  @Test
  void eitherOfTwoIsTold() {
    Bench bench =
        new Bench(
            after(9, on -> SimErratum.isOn(on, TSO_FEATURE) && SimErratum.isOn(on, GSO_FEATURE)));
    assertThat(bench.goOn(Bisect.begin(AMONG)).next())
        .isInstanceOfSatisfying(
            Step.Found.class,
            found ->
                assertThat(found.sets())
                    .contains(Set.of(TSO), Set.of(GSO))
                    .allMatch(set -> set.size() == 1));
    bench.isAsItWas();
  }

  @Test
  void thatNoneSufficesIsTold() {
    Bench bench = new Bench(after(9, on -> true));
    assertThat(bench.goOn(Bisect.begin(AMONG)).next()).isEqualTo(new Step.NoneSuffices());
    bench.isAsItWas();
  }

  @Test
  void aSoundCardIsGivenUpOn() {
    Bench bench = new Bench(SimErratum.NONE);
    Setup little = new Setup(List.of(TSO, GSO), Setup.BY_KERNEL, 600, 60, 3_000);
    assertThat(bench.goOn(Bisect.begin(little)).next()).isInstanceOf(Step.GaveUp.class);
    bench.isAsItWas();
  }

  @Test
  void whatWasKeptGoesOnAfterAnEnd() {
    Bench bench = new Bench(SimErratum.SEGMENTATION);
    bench.askAtMost = 6;
    assertThatThrownBy(() -> bench.goOn(Bisect.begin(AMONG))).isInstanceOf(PowerCut.class);
    bench.isAsItWas();
    bench.askAtMost = Integer.MAX_VALUE;
    Bisect kept = bench.kept.getLast();
    Bisect end = bench.goOn(kept);
    assertThat(end.next()).isEqualTo(new Step.Found(List.of(Set.of(TSO))));
    assertThat(end.runs().subList(0, 6)).isEqualTo(kept.runs());
    bench.isAsItWas();
  }

  @Test
  void aCardThatNoStepCuresEndsTheSearchAndTheOffloadsAreAsTheyWere() {
    Bench bench = new Bench(SimErratum.NONE);
    bench.host.hang(SimFault.BROKEN);
    assertThatThrownBy(() -> bench.goOn(Bisect.begin(AMONG))).isInstanceOf(CannotChange.class);
    assertThat(bench.offloads()).isEqualTo(bench.before);
    assertThat(bench.kept).isEmpty();
  }

  @Test
  void aLoadThatLeavesElsewhereSaysNothing() {
    Bench bench = new Bench(SimErratum.SEGMENTATION);
    bench.host.sendsElsewhere();
    assertThatThrownBy(() -> bench.goOn(Bisect.begin(AMONG)))
        .isInstanceOf(CannotRead.class)
        .hasMessageContaining("the card does not stand still");
    bench.isAsItWas();
  }
}

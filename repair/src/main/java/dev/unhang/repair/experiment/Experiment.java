package dev.unhang.repair.experiment;

import dev.unhang.hosts.survey.Nics;
import dev.unhang.model.change.Change;
import dev.unhang.model.change.ChangeLedger;
import dev.unhang.model.error.CannotChange;
import dev.unhang.model.error.CannotRead;
import dev.unhang.model.facts.NicFacts;
import dev.unhang.model.host.Clocks;
import dev.unhang.model.host.HostControl;
import dev.unhang.model.host.HostEvents;
import dev.unhang.model.host.HostView;
import dev.unhang.model.host.Prober;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.net.OffloadGroup;
import dev.unhang.model.plan.Plan;
import dev.unhang.repair.Repair;
import dev.unhang.repair.Undo;
import dev.unhang.repair.bisect.Bisect;
import dev.unhang.repair.bisect.Run;
import dev.unhang.repair.bisect.Step;
import dev.unhang.repair.execute.Executor;
import dev.unhang.repair.guard.Circumstances;
import dev.unhang.repair.plan.Planner;
import dev.unhang.repair.recover.Recovery;
import dev.unhang.repair.recover.RecoveryContext;
import dev.unhang.repair.recover.SendsAgain;
import dev.unhang.repair.trial.LoadOrder;
import dev.unhang.repair.trial.LoadResult;
import dev.unhang.repair.trial.LoadRun;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Asks the questions of a [Bisect] of a real host: offloads are switched off as a change on
/// record, load runs until the card hangs or the time is through, a card that hangs is cured, and
/// the change is taken back. Whatever ends it, the offloads are as they were found.
///
/// The writer's lock is the caller's, and so is the consent.
public final class Experiment {
  private static final String WHY = "bisect asks whether it hangs without";

  private final Ports ports;
  private final Set<String> overridden;

  /// The host, and the ways to it.
  public record Ports(
      HostView view,
      HostControl control,
      HostEvents events,
      Clocks clocks,
      ChangeLedger ledger,
      Prober prober) {}

  /// Told how it goes.
  public interface Progress {
    /// A run is about to begin.
    void asks(Step.Ask ask);

    /// Once a second.
    ///
    /// @param bytes since the run began, by the card's counter
    void loads(Duration elapsed, long bytes);

    /// What goes on with a card that hung.
    Recovery.Progress cure();

    /// A run has ended.
    void ended(Run run);
  }

  /// @param overridden names of guards that are not to be asked when a card is cured
  public Experiment(Ports ports, Set<String> overridden) {
    this.ports = ports;
    this.overridden = Set.copyOf(overridden);
  }

  /// Goes on until nothing is to be asked any more. Exposure is counted in seconds of load.
  ///
  /// Throws CannotRead where the load tells nothing (no server, another way out), and CannotChange
  /// where an offload can't be switched or a card is not cured. What was found until then was kept.
  ///
  /// @param load what is run; its length is that of the question
  /// @param keep takes the search after each run, before the next one begins
  /// @return the search, whose next step is no question
  public Bisect goOn(Bisect search, LoadOrder load, Consumer<Bisect> keep, Progress progress) {
    Bisect now = search;
    while (now.next() instanceof Step.Ask ask) {
      progress.asks(ask);
      Run run = run(ask, load, progress);
      now = now.with(run);
      keep.accept(now);
      progress.ended(run);
    }
    return now;
  }

  private Run run(Step.Ask ask, LoadOrder load, Progress progress) {
    NicFacts nic = nic(load.nic());
    Optional<Change> change = switchOff(nic, ask.off());
    try {
      LoadOrder order = load.lasting(seconds(ask.exposure()));
      LoadResult result =
          new LoadRun(ports.view(), ports.control(), ports.events(), ports.clocks())
              .run(order, (elapsed, bytes, last) -> progress.loads(elapsed, bytes));
      boolean hung = hung(result, order);
      if (hung) {
        cure(load.nic(), progress.cure());
      }
      return new Run(ask.off(), result.lasted().toMillis() / 1000.0, hung);
    } finally {
      change.ifPresent(this::takeBack);
    }
  }

  private NicFacts nic(InterfaceName name) {
    return Nics.read(ports.view(), name)
        .orElseThrow(() ->
            new CannotRead(
                "ask of " + name, "", "there is no interface of that name", "see: ip link"));
  }

  /// Whole seconds, one at least: iperf3 takes no less.
  private static Duration seconds(double exposure) {
    return Duration.ofSeconds(Math.max(1, (long) Math.ceil(exposure)));
  }

  private Optional<Change> switchOff(NicFacts nic, Set<OffloadGroup> off) {
    if (off.isEmpty()) {
      return Optional.empty();
    }
    Plan plan = Planner.live(nic, List.copyOf(off), WHY);
    if (!plan.notDone().isEmpty()) {
      throw new CannotChange(
          "switch off " + off,
          nic.name().value(),
          String.join("; ", plan.notDone()),
          "leave it out: --among");
    }
    if (plan.isEmpty()) {
      return Optional.empty();
    }
    Repair.Outcome outcome =
        new Repair(ports.view(), ports.control(), ports.ledger())
            .carryOut(plan, "bisect " + nic.name(), step -> {});
    if (outcome instanceof Repair.Outcome.TakenBack back) {
      throw back.because();
    }
    return Optional.of(outcome.change());
  }

  private void takeBack(Change change) {
    Undo undo = new Undo(ports.view(), ports.control(), ports.ledger());
    undo.carryOut(undo.plan(change));
  }

  /// A load that did not go through by itself, or not over this card, says nothing of it.
  private boolean hung(LoadResult result, LoadOrder order) {
    return switch (result) {
      case LoadResult.Quiet quiet -> false;
      case LoadResult.Hung hung -> true;
      case LoadResult.Stalled stalled -> standsStill(order);
      case LoadResult.Elsewhere none ->
          throw new CannotRead(
              "load " + order.nic(),
              "",
              "iperf3 went through, and nothing left by this interface",
              "name a server behind it: ip route get " + order.server());
      case LoadResult.Failed failed ->
          throw new CannotRead(
              "load " + order.nic(),
              "",
              "iperf3 ended with " + failed.exit() + ": " + failed.error(),
              "see whether iperf3 -s runs on " + order.server());
    };
  }

  private boolean standsStill(LoadOrder order) {
    if (SendsAgain.standsStill(sends(nic(order.nic())).now())) {
      return true;
    }
    throw new CannotRead(
        "load " + order.nic(),
        "",
        "nothing moved any more, and the card does not stand still",
        "see whether " + order.server() + " and the way to it are well");
  }

  private RecoveryContext context() {
    return new RecoveryContext(ports.view(), ports.clocks());
  }

  private SendsAgain sends(NicFacts nic) {
    return new SendsAgain(context(), ports.prober(), nic);
  }

  private void cure(InterfaceName name, Recovery.Progress progress) {
    NicFacts nic = nic(name);
    Circumstances now =
        Circumstances.read(
            ports.view(), nic, true, ports.ledger().history(), ports.clocks().wall());
    Recovery.Outcome outcome =
        new Recovery(
                context(), new Executor(ports.view(), ports.control(), ports.ledger()), sends(nic))
            .climb(nic, now, overridden, progress);
    if (outcome instanceof Recovery.Outcome.NotCured) {
      throw new CannotChange(
          "cure " + name,
          "",
          "no step brought it back",
          "reboot the host; then the search can go on");
    }
  }
}

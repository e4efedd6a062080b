package dev.unhang.repair.recover;

import dev.unhang.model.change.Change;
import dev.unhang.model.error.UnhangException;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.facts.NicFacts;
import dev.unhang.model.host.KernelOrder;
import dev.unhang.model.plan.Action;
import dev.unhang.model.plan.Plan;
import dev.unhang.model.plan.PlannedStep;
import dev.unhang.model.plan.PortState;
import dev.unhang.model.proof.Proof;
import dev.unhang.repair.execute.Entered;
import dev.unhang.repair.execute.Executor;
import dev.unhang.repair.guard.Circumstances;
import dev.unhang.repair.guard.DeviceState;
import dev.unhang.repair.guard.Guards;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Brings a NIC back that hangs: one rung after the other, mildest first, each entered in the
/// ledger before it is done and proved before the next is tried.
public final class Recovery {
  private static final int DIGEST_LENGTH = 6;

  /// A switch port without portfast listens and learns for 15 s each before it forwards; finding
  /// the link and the bridge's own ageing come on top. No harsher rung is done before.
  ///
  /// IEEE 802.1D, "Forward Delay". Kernel: net/bridge/br_device.c, br_dev_setup() has 15 s (v6.1)
  private static final Duration FORWARDS_WITHIN = Duration.ofSeconds(45);

  private final RecoveryContext context;
  private final Executor executor;
  private final SendsAgain sends;

  public Recovery(RecoveryContext context, Executor executor, SendsAgain sends) {
    this.context = context;
    this.executor = executor;
    this.sends = sends;
  }

  /// Told how it goes.
  public interface Progress {
    /// A rung is left out.
    void leftOut(Rung rung, String why);

    /// A rung is about to be done.
    void begins(Rung rung, List<String> commands);

    /// The host would not do it.
    void refused(Rung rung, String why);

    /// It does not send yet. Before the next rung it is waited and looked, as long as a switch port
    /// may take to forward again.
    void waits(Duration longest);

    /// What was looked at after it.
    void proved(Rung rung, Proof proof, Duration took);
  }

  /// How it ended.
  public sealed interface Outcome {
    /// It sends again.
    ///
    /// @param took from the ledger's entry of the first rung to the proof
    /// @param left what could not be restored
    record Cured(Rung by, Duration took, Proof proof, List<String> left) implements Outcome {}

    /// No rung helped.
    ///
    /// @param standsStill whether its ring still did at the last look; else nothing proves that it
    ///   sends, and nothing that it does not
    record NotCured(List<String> left, boolean standsStill) implements Outcome {}
  }

  /// Climbs the ladder until it sends. A ring that moves ends the climb, also where the gateway is
  /// still silent. The interface is destroyed only while the ring is seen to stand still.
  ///
  /// Throws CannotChange where a guard refuses, and whatever the host refuses that leaves the
  /// interface lost.
  ///
  /// @param overridden names of guards that are not to be asked
  public Outcome climb(NicFacts nic, Circumstances now, Set<String> overridden, Progress progress) {
    return climb(nic, now, overridden, Bounds.none("recover " + nic.name()), progress);
  }

  /// The same within bounds.
  public Outcome climb(
      NicFacts nic, Circumstances now, Set<String> overridden, Bounds bounds, Progress progress) {
    PortState port = PortSnapshot.take(context.view(), nic);
    Guards.require("reset", Ladder.ALL.getFirst().about().risk(), now, overridden);
    boolean standsStill = now.sendsNothing();
    Optional<Duration> begun = Optional.empty();
    List<String> left = new ArrayList<>();
    for (Rung rung : Ladder.ALL) {
      boolean stillAtLastLook = standsStill;
      Optional<String> leftOut =
          bounds.exclude(rung).or(() -> leftOut(rung, port, stillAtLastLook));
      if (leftOut.isPresent()) {
        progress.leftOut(rung, leftOut.get());
        continue;
      }
      Guards.require(rung.about().title(), rung.about().risk(), now, overridden);
      progress.begins(rung, Ladder.commands(rung, port));
      Entered entered = executor.begin(plan(nic, rung, port), bounds.title());
      begun = begun.or(() -> Optional.of(context.clocks().monotonic()));
      left = carryOut(entered, rung, port, progress);
      Proof proof = looked(rung, progress);
      ended(entered, left);
      Duration took = context.clocks().monotonic().minus(begun.orElseThrow());
      progress.proved(rung, proof, took);
      if (SendsAgain.sends(proof)) {
        return new Outcome.Cured(rung, took, proof, left);
      }
      standsStill = SendsAgain.standsStill(proof);
    }
    return new Outcome.NotCured(left, standsStill);
  }

  private Optional<String> leftOut(Rung rung, PortState port, boolean standsStill) {
    if (rung.about().destroysInterface() && !standsStill) {
      return Optional.of(
          "its ring does not stand still, and a silent gateway alone is no reason to destroy the"
              + " interface");
    }
    return rung.pointless(port, DeviceState.read(context.view(), port.device()).known());
  }

  /// What is seen once its link had time to come back; where it does not send then, once a switch
  /// port had time to forward.
  private Proof looked(Rung rung, Progress progress) {
    Duration back = context.clocks().monotonic();
    Proof proof = sends.within(rung.about().patience());
    if (SendsAgain.sends(proof) || rung.equals(Ladder.ALL.getLast())) {
      return proof;
    }
    progress.waits(FORWARDS_WITHIN.minus(rung.about().patience()));
    return sends.until(back.plus(FORWARDS_WITHIN));
  }

  /// A bond fails over as soon as it has lost the slave; the slave is repaired apart from it.
  private static void takeOut(Entered entered, PortState port) {
    entered.order(new KernelOrder.SetMaster(port.nic(), Optional.empty()));
    entered.order(new KernelOrder.SetUp(port.nic(), true));
  }

  /// A rung that the host refuses has not helped; the next may.
  ///
  /// @return what could not be restored
  private List<String> carryOut(Entered entered, Rung rung, PortState port, Progress progress) {
    try {
      if (port.isSlave()) {
        takeOut(entered, port);
      }
      rung.orders(port).forEach(entered::order);
      if (rung.about().destroysInterface()) {
        context.awaitInterface(port.device(), port.nic());
      }
    } catch (UnhangException refused) {
      progress.refused(rung, String.valueOf(refused.getMessage()));
    }
    try {
      return new InterfaceRestore(context, entered).all(port);
    } catch (UnhangException lost) {
      return List.of(String.valueOf(lost.getMessage()));
    }
  }

  /// What lacks something stays half done on record: the next recovery restores it.
  private static void ended(Entered entered, List<String> left) {
    if (left.isEmpty()) {
      entered.reached(Change.State.DONE);
    }
  }

  private static Plan plan(NicFacts nic, Rung rung, PortState port) {
    PlannedStep step =
        new PlannedStep(
            rung.about().id(),
            rung.about().title(),
            String.join("; ", Ladder.commands(rung, port)),
            "it hangs",
            rung.about().risk(),
            "nothing of it lasts",
            new Action.Recover(rung.about().id(), port));
    String digest =
        Content.of(rung.about().id().value() + port).sha256().substring(0, DIGEST_LENGTH);
    return new Plan(nic.name(), nic.pci(), List.of(step), List.of(), digest);
  }
}

package dev.unhang.app.option;

import dev.unhang.app.console.Console;
import dev.unhang.app.wiring.Host;
import dev.unhang.app.wiring.Wiring;
import dev.unhang.hosts.survey.Nics;
import dev.unhang.model.error.CannotChange;
import dev.unhang.model.facts.NicFacts;
import dev.unhang.model.log.Episode;
import dev.unhang.model.plan.Plan;
import dev.unhang.model.plan.PlannedStep;
import dev.unhang.model.plan.Risk;
import dev.unhang.model.topology.Use;
import dev.unhang.repair.guard.Circumstances;
import dev.unhang.repair.guard.Fencing;
import dev.unhang.repair.guard.Guards;
import dev.unhang.repair.recover.RecoveryContext;
import dev.unhang.repair.recover.SendsAgain;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What may refuse a plan that is about to be carried out, and what makes it urgent. A step without
/// risk is refused by nothing but a hold.
public final class FixGuards {
  private final Circumstances now;
  private final Set<String> overridden;

  private FixGuards(Circumstances now, Set<String> overridden) {
    this.now = now;
    this.overridden = overridden;
  }

  /// Looks at the host. Throws CannotChange where the NIC is gone meanwhile.
  public static FixGuards look(Wiring wiring, Host host, Plan plan, Set<String> overridden) {
    NicFacts nic =
        Nics.read(host.view(), plan.nic())
            .orElseThrow(() ->
                new CannotChange(
                    "ask the guards",
                    plan.nic().value(),
                    "it is gone since the plan was made",
                    "see: ip link"));
    return new FixGuards(circumstances(wiring, host, plan, nic), overridden);
  }

  /// Whether it sends is only looked at where that decides something: it takes a moment.
  private static Circumstances circumstances(Wiring wiring, Host host, Plan plan, NicFacts nic) {
    Circumstances sending =
        Circumstances.read(host.view(), nic, false, host.ledger().history(), host.clocks().wall());
    boolean harmless = plan.steps().stream().allMatch(step -> step.risk() instanceof Risk.None);
    if (harmless && !sending.isFor(Use.Kind.CLUSTER)) {
      return sending;
    }
    RecoveryContext context = new RecoveryContext(host.view(), host.clocks());
    SendsAgain sends = new SendsAgain(context, wiring.prober(), nic);
    return sending
        .silent(SendsAgain.standsStill(sends.now()))
        .reported(HangsOnRecord.goesOn(host, nic).map(Episode::dump));
  }

  /// Says what makes the plan urgent.
  public void urgency(Host host, Console console) {
    fencing(now, host).map(Fencing::words).orElse(List.of()).stream().forEach(console::say);
  }

  /// What waits for this node; the log is read only where something does.
  public static Optional<Fencing> fencing(Circumstances now, Host host) {
    return Fencing.of(now, Optional.empty())
        .flatMap(urgent ->
            Fencing.of(
                now, HangsOnRecord.goesOn(host, now.nic()).flatMap(hang -> hang.first().wall())));
  }

  /// Throws CannotChange where a guard refuses a step.
  public void require(Plan plan) {
    for (PlannedStep step : plan.steps()) {
      Guards.require(step.title(), step.risk(), now, overridden);
    }
  }

  /// The same in words, for those who only look.
  public void tell(Plan plan, Console console) {
    tell(() -> require(plan), console);
  }

  /// What is refused, in words.
  ///
  /// @param asked throws CannotChange where it is
  public static void tell(Runnable asked, Console console) {
    try {
      asked.run();
    } catch (CannotChange refused) {
      console.say("Would be refused: " + String.valueOf(refused.getMessage()));
      console.say("  " + refused.hint());
    }
  }
}

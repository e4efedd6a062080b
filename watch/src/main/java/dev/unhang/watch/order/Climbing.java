package dev.unhang.watch.order;

import dev.unhang.model.error.UnhangException;
import dev.unhang.model.facts.NicFacts;
import dev.unhang.model.id.StepId;
import dev.unhang.model.proof.Proof;
import dev.unhang.repair.Alone;
import dev.unhang.repair.guard.Circumstances;
import dev.unhang.repair.recover.Bounds;
import dev.unhang.repair.recover.Recovery;
import dev.unhang.repair.recover.Rung;
import dev.unhang.watch.machine.Event.ClimbEnd;
import dev.unhang.watch.machine.Order;
import dev.unhang.watch.sense.Sight;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Climbs the recovery ladder as the watch ordered it: the same ladder, guards and ledger that a
/// person's `recover` has, and no guard is overridden. The device is looked at once more with the
/// lock held, as it was when the hang was confirmed: what has come back by itself is not reset.
public final class Climbing {
  private final Site site;

  public Climbing(Site site) {
    this.site = site;
  }

  /// Does it.
  public ClimbEnd climb(Order.Recover order) {
    AutoCloseable lock;
    try {
      lock = site.writer().get();
    } catch (UnhangException taken) {
      return new ClimbEnd.Busy(words(taken));
    }
    Tale tale = new Tale();
    try {
      return Alone.with(lock, site.view(), site.ledger(), () -> climb(order, tale));
    } catch (UnhangException refused) {
      return new ClimbEnd.Refused(tale.tried, words(refused));
    }
  }

  private ClimbEnd climb(Order.Recover order, Tale tale) {
    Optional<NicFacts> found = site.nic(order.nic());
    if (found.isEmpty()) {
      return new ClimbEnd.Refused(Set.of(), "there is no interface " + order.nic().name());
    }
    NicFacts nic = found.get();
    Sight now = new Looking(site).at(order.nic());
    if (!now.confirms()) {
      return new ClimbEnd.NotNeeded(now.words());
    }
    Circumstances circumstances =
        Circumstances.read(site.view(), nic, true, site.ledger().history(), site.clocks().wall())
            .reported(order.report());
    Recovery.Outcome outcome =
        new Recovery(site.context(), site.executor(), site.sends(nic))
            .climb(
                nic,
                circumstances,
                Set.of(),
                new Bounds(
                    Titles.of(order.episode(), site.clocks().monotonic()),
                    order.mayDestroyInterface(),
                    order.tried()),
                tale);
    return switch (outcome) {
      case Recovery.Outcome.Cured cured ->
          new ClimbEnd.Cured(cured.by().about().id(), tale.tried, cured.took(), cured.left());
      case Recovery.Outcome.NotCured not ->
          new ClimbEnd.NotCured(tale.tried, not.left(), tale.leftOut);
    };
  }

  static String words(UnhangException failed) {
    return String.valueOf(failed.getMessage());
  }

  /// What became of each step.
  private static final class Tale implements Recovery.Progress {
    private final Set<StepId> tried = new HashSet<>();
    private final List<String> leftOut = new ArrayList<>();

    @Override
    public void leftOut(Rung rung, String why) {
      leftOut.add("not done: " + rung.about().id() + ": " + why);
    }

    @Override
    public void begins(Rung rung, List<String> commands) {
      tried.add(rung.about().id());
    }

    @Override
    public void refused(Rung rung, String why) {
      leftOut.add(rung.about().id() + " was refused: " + why);
    }

    @Override
    public void waits(Duration longest) {}

    @Override
    public void proved(Rung rung, Proof proof, Duration took) {}
  }
}

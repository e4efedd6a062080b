package dev.unhang.repair.guard;

import dev.unhang.model.error.CannotChange;
import dev.unhang.model.plan.Risk;
import java.util.List;
import java.util.Set;

/// All guards, in the order in which they are asked.
public final class Guards {
  /// What is refused on somebody's order comes first.
  public static final List<Guard> ALL =
      List.of(
          new Hold(),
          new Cooldown(),
          new ManagementPath(),
          new Quorum(),
          new GuestsBusy(),
          new LostForGood());

  private Guards() {}

  /// Their names, as `--override` takes them.
  public static List<String> names() {
    return ALL.stream().map(Guard::name).toList();
  }

  /// Throws CannotChange where one refuses that is not overridden.
  ///
  /// @param what the step, in words
  /// @param overridden names of guards
  public static void require(String what, Risk risk, Circumstances now, Set<String> overridden) {
    for (Guard guard : ALL) {
      if (!overridden.contains(guard.name())) {
        guard
            .refuses(risk, now)
            .ifPresent(why -> {
              throw new CannotChange(
                  what,
                  now.nic().name().value(),
                  why,
                  "do it all the same: --override " + guard.name());
            });
      }
    }
  }
}

package dev.unhang.repair.guard;

import dev.unhang.model.error.CannotChange;
import dev.unhang.model.plan.Risk;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// All guards, in the order in which they are asked.
public final class Guards {
  /// What is refused on an administrator's order comes first, then what could stop the host.
  public static final List<Guard> ALL =
      List.of(
          new Hold(),
          new DeviceAlive(),
          new KnownTrap(),
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

  /// Throws CannotChange where one refuses, or can't tell, that is not overridden.
  ///
  /// @param what the step, in words
  /// @param overridden names of guards
  public static void require(String what, Risk risk, Circumstances now, Set<String> overridden) {
    for (Guard guard : ALL) {
      if (!overridden.contains(guard.name())) {
        refusal(guard.answer(risk, now), guard.name())
            .ifPresent(refusal -> {
              throw new CannotChange(what, now.nic().name().value(), refusal.why(), refusal.hint());
            });
      }
    }
  }

  /// A refusal in words.
  private record Refusal(String why, String hint) {}

  private static Optional<Refusal> refusal(GuardAnswer answer, String guard) {
    String override = "do it all the same: --override " + guard;
    return switch (answer) {
      case GuardAnswer.Allows allows -> Optional.empty();
      case GuardAnswer.Refuses refuses ->
          Optional.of(
              new Refusal(
                  refuses.why(),
                  refuses.instead().map(better -> better + "; " + override).orElse(override)));
      case GuardAnswer.CannotTell unseen ->
          Optional.of(
              new Refusal(
                  "the guard "
                      + guard
                      + " can't tell whether it is safe: "
                      + unseen.source()
                      + ": "
                      + unseen.why(),
                  "have " + unseen.source() + " answer, then try again; " + override));
    };
  }
}

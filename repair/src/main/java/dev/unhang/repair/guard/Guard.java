package dev.unhang.repair.guard;

import dev.unhang.model.plan.Risk;

/// May refuse a step, for one reason. A step without risk is refused by a hold alone.
public interface Guard {
  /// Its name, as `--override` takes it.
  String name();

  /// Whether the step may be done now. A guard reads what it needs each time it is asked.
  GuardAnswer answer(Risk risk, Circumstances now);
}

package dev.unhang.repair.guard;

import dev.unhang.model.plan.Risk;
import java.util.Optional;

/// May refuse a step, for one reason. A step without risk is refused by a hold alone.
public interface Guard {
  /// Its name, as `--override` takes it.
  String name();

  /// Why the step had better not be done now, and what would make it safe; empty where nothing
  /// speaks against it.
  Optional<String> refuses(Risk risk, Circumstances now);
}

package dev.unhang.watch.policy;

import java.util.List;

/// How reading a policy file ended.
public sealed interface PolicyReading {
  /// It can be followed.
  record Good(Policy policy) implements PolicyReading {}

  /// Something in it can't be taken; nothing of it is followed.
  ///
  /// @param faults in the order they stand there, one at least
  record Bad(List<PolicyFault> faults) implements PolicyReading {
    public Bad {
      faults = List.copyOf(faults);
    }
  }
}

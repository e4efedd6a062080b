package dev.unhang.findings.rule;

import dev.unhang.findings.nic.NicCase;
import dev.unhang.model.finding.Finding;
import dev.unhang.model.id.RuleId;
import java.util.Optional;

/// A sentence about the world that can be true of a NIC. It weighs what speaks for it and against
/// it, and says what is missing where it can't be decided.
public interface Rule {
  /// The class name in kebab form. It never changes.
  RuleId id();

  /// The verdict; empty where the rule has nothing to say of such a NIC at all.
  Optional<Finding> judge(NicCase nic);

  /// Whether what it finds is a hang, and not a cause of one or a danger.
  default boolean findsHangs() {
    return false;
  }
}

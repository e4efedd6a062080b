package dev.unhang.model.proof;

import java.util.ArrayList;
import java.util.List;

/// What was claimed, and every check that could have disproved it.
public record Proof(String claim, List<Check> checks) {
  public Proof {
    checks = List.copyOf(checks);
  }

  /// The same claim with further checks.
  public Proof and(List<Check> further) {
    List<Check> all = new ArrayList<>(checks);
    all.addAll(further);
    return new Proof(claim, all);
  }

  /// Whether every check passed: a check that could not be read disproves nothing and proves
  /// nothing.
  public boolean holds() {
    return checks.stream()
        .allMatch(
            check -> check.result() == Check.Result.PASS || check.result() == Check.Result.FIXED);
  }
}

package dev.unhang.repair.prove;

import java.time.Instant;
import java.util.Optional;

/// A change of a NIC's settings, and when it was in force.
///
/// @param number in the ledger; empty for one that a person made by hand
/// @param what it was for, one line
/// @param from when it came into force
/// @param ended when and how it ceased to be; empty where it is in force
/// @param onTrial whether it is rolled back unless a person confirms it
public record ChangeInForce(
    Optional<Integer> number, String what, Instant from, Optional<Ended> ended, boolean onTrial) {
  /// How a change ceased to be in force.
  ///
  /// @param how in words between "it" and the moment: `was undone at `, with the blank
  public record Ended(Instant at, String how) {}

  /// One that a person made by hand and tells of.
  public static ChangeInForce byHand(Instant from) {
    return new ChangeInForce(
        Optional.empty(), "a change made by hand", from, Optional.empty(), false);
  }

  /// `change 3`, `a change made by hand`.
  public String named() {
    return number.map(each -> "change " + each).orElse(what);
  }
}

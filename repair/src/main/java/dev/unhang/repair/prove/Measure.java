package dev.unhang.repair.prove;

import dev.unhang.findings.rate.Rate;

/// Hangs over exposure before and since a change, by one clock.
///
/// @param chance of so few hangs since, or fewer, had nothing changed
/// @param needed exposure without a hang since the change from which on that is no more than 5 in
///   100
/// @param recently exposure a day, of late
public record Measure(
    Exposure.Unit unit, Rate before, Rate since, double chance, double needed, double recently) {
  /// Whether the quiet time is no chance.
  boolean isEnough() {
    return since.hangs() == 0 && since.exposure() >= needed;
  }

  /// In how many days it is enough, if it stays quiet; infinite where nothing is counted of late.
  double daysLeft() {
    return Math.max(0, needed - since.exposure()) / recently;
  }
}

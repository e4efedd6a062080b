package dev.unhang.repair.prove;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Whether a NIC is repaired, and by what numbers.
///
/// @param why nothing can be said, a sentence; empty for other verdicts
/// @param before empty where logs hold nothing before the change
/// @param since empty where logs hold nothing since the change
/// @param measures by each clock there is, the one that decides first; empty where before or since
///   nothing was counted
/// @param repairedFrom from when on `repaired` can be said; empty where nothing tells
/// @param hungAgain the first hang since the change; empty where there was none
public record Judged(
    Verdict verdict,
    Optional<String> why,
    Optional<Period> before,
    Optional<Period> since,
    List<Measure> measures,
    Optional<Instant> repairedFrom,
    Optional<Instant> hungAgain,
    List<Against> against) {
  public Judged {
    measures = List.copyOf(measures);
    against = List.copyOf(against);
  }

  /// What the numbers come to.
  public enum Verdict {
    /// By chance so quiet a time comes 5 times in 100 at most.
    PROVED("proved"),
    NOT_YET("not-yet"),
    HUNG_AGAIN("hung-again"),
    /// Nothing can be said.
    NOT_ENOUGH("not-enough");

    private final String word;

    Verdict(String word) {
      this.word = word;
    }

    /// As in JSON.
    public String word() {
      return word;
    }
  }

  /// A time before or since a change, as far as logs hold it.
  ///
  /// @param hangs each cluster once
  /// @param times how often the NIC stood still
  /// @param covered by logs, without the time in which it stood still
  /// @param bytes sent in that time; empty where too little of it was sampled
  public record Period(
      Instant from, Instant to, long hangs, long times, Duration covered, Optional<Double> bytes) {}

  /// The same without numbers.
  public static Judged notEnough(String why) {
    return new Judged(
        Verdict.NOT_ENOUGH,
        Optional.of(why),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }
}

package dev.unhang.findings.correlate;

import dev.unhang.model.evidence.Origin;
import java.util.Optional;

/// How much was sent before a NIC's hangs, beside all other times.
///
/// @param nic whose hangs
/// @param origin the samples' file; empty where none were found
/// @param what it is the throughput of, for a person
/// @param result what comparing them came to
public record LoadAtHangs(String nic, Optional<Origin> origin, String what, Result result) {
  /// What comparing came to.
  public sealed interface Result {
    /// It can't be said.
    ///
    /// @param why for a person
    record NotEnough(String why) implements Result {}

    /// It can.
    ///
    /// @param sign what the numbers say
    /// @param hangs how many were compared
    /// @param medianBefore of the load before hangs, bytes per second
    /// @param medianOthers of the load at other times, bytes per second
    /// @param p the chance of so much difference or more if load did not matter
    /// @param effect the chance that more was sent before a hang than at another moment
    record Compared(
        Sign sign, int hangs, double medianBefore, double medianOthers, double p, double effect)
        implements Result {}
  }

  /// What a comparison says.
  public enum Sign {
    /// Load is what the hangs share.
    UNDER_LOAD,
    /// It may be.
    PERHAPS,
    /// Nothing speaks for it.
    NONE
  }
}

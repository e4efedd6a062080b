package dev.unhang.model.host;

import java.time.Duration;

/// What came of asking a host for a sign of life.
public sealed interface ProbeAnswer {
  /// The target answered; a refused connection is an answer too.
  ///
  /// @param took from asking to the answer
  record Answered(Duration took) implements ProbeAnswer {}

  /// Nothing came in time, or the network says that the target can't be reached.
  ///
  /// @param why for a person, with the kernel's own word where it had one
  record Silent(String why) implements ProbeAnswer {}

  /// This machine could not even ask: that says nothing about the target.
  ///
  /// @param why for a person, with the kernel's own word
  record NotSent(String why) implements ProbeAnswer {}
}

package dev.unhang.repair.guard;

import java.util.Optional;

/// What a guard says of a step. What it needs to see and can't see never lets a step pass.
public sealed interface GuardAnswer {
  /// It saw all it needs, and nothing speaks against the step.
  record Allows() implements GuardAnswer {}

  /// Something that it saw speaks against the step.
  ///
  /// @param why what it saw
  /// @param instead what to do in place of the step; empty where nothing but waiting helps
  record Refuses(String why, Optional<String> instead) implements GuardAnswer {
    public Refuses(String why) {
      this(why, Optional.empty());
    }
  }

  /// It could not see what it needs.
  ///
  /// @param source what was asked: a file, a program, a question to the kernel
  /// @param why how that ended
  record CannotTell(String source, String why) implements GuardAnswer {}
}

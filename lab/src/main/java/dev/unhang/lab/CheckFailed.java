package dev.unhang.lab;

/// The lab did its part, and what a scenario promises did not hold: exit 1.
public final class CheckFailed extends RuntimeException {

  /// @param sentence what should have been true
  /// @param seen what was there instead
  public CheckFailed(String sentence, String seen) {
    super("NOT SO: " + sentence + "\n" + seen.indent(4).stripTrailing());
  }
}

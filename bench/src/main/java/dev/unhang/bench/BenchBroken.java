package dev.unhang.bench;

/// A bench could not do its own part, so nothing was learnt about unhang: exit 69, never 1.
public final class BenchBroken extends RuntimeException {
  /// @param what what was tried, and why it failed
  /// @param hint an action a person can take
  public BenchBroken(String what, String hint) {
    super(what + "\n  try: " + hint);
  }

  /// @param what what was tried
  /// @param cause why it failed
  public BenchBroken(String what, Throwable cause) {
    super(what + ": " + cause, cause);
  }
}

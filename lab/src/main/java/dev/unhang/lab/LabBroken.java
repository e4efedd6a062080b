package dev.unhang.lab;

/// The lab could not do its own part, so nothing was learnt about unhang: exit 69, never 1.
public final class LabBroken extends RuntimeException {

  /// @param what what was tried, and why it failed
  /// @param hint an action a person can take
  public LabBroken(String what, String hint) {
    super(what + "\n  try: " + hint);
  }

  /// @param what what was tried
  /// @param cause why it failed
  public LabBroken(String what, Throwable cause) {
    super(what + ": " + cause, cause);
  }
}

package dev.unhang.model.error;

/// A program that is needed is not installed, or may not be run.
public final class ProgramUnavailable extends UnhangException {
  private static final long serialVersionUID = 1;

  /// @param program also the name of its package
  public ProgramUnavailable(String program, String why) {
    super("run " + program, "", why, "install the package " + program);
  }
}

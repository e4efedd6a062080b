package dev.unhang.model.error;

/// What a person asked for could not be written where they wanted it. Nothing of the host was meant
/// to change.
public final class CannotWrite extends UnhangException {
  private static final long serialVersionUID = 1;

  /// @param where the file, or standard output
  public CannotWrite(String where, String why, String hint) {
    super("write to " + where, "", why, hint);
  }
}

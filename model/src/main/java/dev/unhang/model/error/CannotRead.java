package dev.unhang.model.error;

/// Evidence that was asked for could not be read at all.
public final class CannotRead extends UnhangException {
  private static final long serialVersionUID = 1;

  public CannotRead(String what, String where, String why, String hint) {
    super(what, where, why, hint);
  }
}

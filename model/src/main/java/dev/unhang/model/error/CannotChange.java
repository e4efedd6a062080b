package dev.unhang.model.error;

/// A change could not be made, or not safely.
public final class CannotChange extends UnhangException {
  private static final long serialVersionUID = 1;

  public CannotChange(String what, String where, String why, String hint) {
    super(what, where, why, hint);
  }
}

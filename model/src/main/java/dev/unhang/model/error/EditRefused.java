package dev.unhang.model.error;

/// A document can't be edited without risking what else stands in it.
public final class EditRefused extends UnhangException {
  private static final long serialVersionUID = 1;

  public EditRefused(String what, String where, String why, String hint) {
    super(what, where, why, hint);
  }
}

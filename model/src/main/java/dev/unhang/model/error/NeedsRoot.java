package dev.unhang.model.error;

/// The kernel gives this to root (CAP_NET_ADMIN) only.
public final class NeedsRoot extends UnhangException {
  private static final long serialVersionUID = 1;

  public NeedsRoot(String what, String where, String why, String hint) {
    super(what, where, why, hint);
  }
}

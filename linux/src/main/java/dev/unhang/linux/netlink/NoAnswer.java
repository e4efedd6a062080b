package dev.unhang.linux.netlink;

/// The kernel stayed silent past the bound. A driver that hangs while it holds rtnl makes every
/// question about any interface wait for it.
public final class NoAnswer extends KernelFailure {
  private static final long serialVersionUID = 1;

  /// @param what one sentence without a final stop
  public NoAnswer(String what) {
    super(what);
  }
}

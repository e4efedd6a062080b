package dev.unhang.linux.netlink;

/// Bytes from the kernel that make no sense: a length that can't be, a value of the wrong size, an
/// attribute that is not there. The only thing the readers in this package throw.
public final class BrokenAnswer extends KernelFailure {
  private static final long serialVersionUID = 1;

  /// @param what one sentence without a final stop
  public BrokenAnswer(String what) {
    super(what);
  }
}

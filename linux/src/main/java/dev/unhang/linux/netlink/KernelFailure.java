package dev.unhang.linux.netlink;

/// Why a question to the running kernel had no answer. Checked, so that no caller forgets to say
/// which of the three it was.
public abstract sealed class KernelFailure extends Exception
    permits KernelRefusal, BrokenAnswer, NoAnswer {
  private static final long serialVersionUID = 1;

  KernelFailure(String message) {
    super(message);
  }
}

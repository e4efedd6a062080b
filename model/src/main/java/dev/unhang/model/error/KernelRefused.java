package dev.unhang.model.error;

/// The kernel answered a request with an error.
public final class KernelRefused extends UnhangException {
  private static final long serialVersionUID = 1;

  private final int errno;
  private final String errnoName;

  /// @param errno the number, positive
  /// @param errnoName its C name, `EOPNOTSUPP`
  /// @param words the kernel's extended-ack text and the request's name; empty where it gave none
  public KernelRefused(
      String what, String where, int errno, String errnoName, String words, String hint) {
    super(what, where, "kernel answered " + errnoName + (words.isEmpty() ? "" : " " + words), hint);
    this.errno = errno;
    this.errnoName = errnoName;
  }

  /// The error number, positive.
  public int errno() {
    return errno;
  }

  /// Its C name.
  public String errnoName() {
    return errnoName;
  }
}

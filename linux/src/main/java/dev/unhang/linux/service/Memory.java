package dev.unhang.linux.service;

import dev.unhang.linux.ffi.Errno;
import dev.unhang.linux.ffi.Libc;
import dev.unhang.linux.ffi.SystemCall;
import java.util.Optional;

/// This process' memory. What is once in it stays there: the root disk may be behind the card that
/// hangs.
///
/// Man: mlockall(2)
public final class Memory {
  /// `MCL_CURRENT | MCL_FUTURE | MCL_ONFAULT`: pages are locked when they are used, so that what a
  /// JVM only reserves costs nothing.
  private static final long ALL_THAT_IS_USED = 1 | 2 | 4;

  private Memory() {}

  /// Locks it.
  ///
  /// @return why not, in the kernel's words; empty where it is locked
  public static Optional<String> lock() {
    long answer = Libc.call(SystemCall.MLOCKALL, ALL_THAT_IS_USED);
    return answer == 0 ? Optional.empty() : Optional.of(Errno.nameOf((int) -answer));
  }
}

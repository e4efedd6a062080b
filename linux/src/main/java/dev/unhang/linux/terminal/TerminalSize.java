package dev.unhang.linux.terminal;

import dev.unhang.linux.ffi.Libc;
import dev.unhang.linux.ffi.SystemCall;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Optional;

/// How large a terminal is, in characters. A serial line says 0 where it was never told.
///
/// Man: ioctl_tty(2), "TIOCGWINSZ"
public record TerminalSize(int rows, int columns) {
  private static final long TIOCGWINSZ = 0x5413;

  /// Of standard output; empty where that is no terminal.
  public static Optional<TerminalSize> ofStandardOutput() {
    try (Arena arena = Arena.ofConfined()) {
      // struct winsize: rows, columns, and two that are unused.
      MemorySegment size = arena.allocate(4 * ValueLayout.JAVA_SHORT.byteSize());
      if (Libc.call(SystemCall.IOCTL, 1, TIOCGWINSZ, size.address()) != 0) {
        return Optional.empty();
      }
      int rows = Short.toUnsignedInt(size.getAtIndex(ValueLayout.JAVA_SHORT, 0));
      int columns = Short.toUnsignedInt(size.getAtIndex(ValueLayout.JAVA_SHORT, 1));
      return Optional.of(new TerminalSize(rows, columns));
    }
  }
}

package dev.unhang.linux.ffi;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/// The C library, of which one function is used: everything goes through `syscall`, as longs. One
/// shape of call means one set of generated stubs, which is half of what starting FFM costs.
///
/// Without the captured errno a failed call would say nothing, so it is part of the answer.
public final class Libc {
  private static final int MAX_ARGUMENTS = 6;
  private static final StructLayout CAPTURED = Linker.Option.captureStateLayout();
  private static final VarHandle ERRNO = CAPTURED.varHandle(PathElement.groupElement("errno"));

  /// `long syscall(long number, ...);`
  ///
  /// Man: syscall(2)
  private static final MethodHandle SYSCALL =
      Linker.nativeLinker()
          .downcallHandle(
              Linker.nativeLinker().defaultLookup().findOrThrow("syscall"),
              FunctionDescriptor.of(
                  JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG,
                  JAVA_LONG),
              Linker.Option.firstVariadicArg(1),
              Linker.Option.captureCallState("errno"));

  private Libc() {}

  /// Makes a system call.
  ///
  /// @param arguments at most six; addresses as longs, whose memory the caller keeps alive
  /// @return what the call returned; where it failed, the error number negated, as the kernel
  ///   itself has it
  public static long call(SystemCall call, long... arguments) {
    if (arguments.length > MAX_ARGUMENTS) {
      throw new IllegalArgumentException(call + " with " + arguments.length + " arguments");
    }
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment captured = arena.allocate(CAPTURED);
      long answer = invoke(captured, call.number(), arguments);
      return answer == -1 ? -(int) ERRNO.get(captured, 0L) : answer;
    }
  }

  private static long invoke(MemorySegment captured, long number, long[] given) {
    long[] all = new long[MAX_ARGUMENTS];
    System.arraycopy(given, 0, all, 0, given.length);
    try {
      return (long)
          SYSCALL.invokeExact(captured, number, all[0], all[1], all[2], all[3], all[4], all[5]);
    } catch (Throwable never) {
      throw new IllegalStateException("a downcall throws nothing", never);
    }
  }
}

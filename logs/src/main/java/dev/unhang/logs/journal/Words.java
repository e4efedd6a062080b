package dev.unhang.logs.journal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Numbers in a journal's bytes: little end first. Ids are 16 bytes in the order they are printed.
final class Words {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle ID =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private Words() {}

  static long u64(byte[] bytes, int at) {
    return (long) LONG.get(bytes, at);
  }

  static long u32(byte[] bytes, int at) {
    return Integer.toUnsignedLong((int) INT.get(bytes, at));
  }

  /// Half of an id, so that `%016x` prints it.
  static long id(byte[] bytes, int at) {
    return (long) ID.get(bytes, at);
  }

  /// An id as the journal prints it: 32 lower-case hex digits.
  static String id(long high, long low) {
    StringBuilder text = new StringBuilder(32);
    for (long half : new long[] {high, low}) {
      for (int shift = 60; shift >= 0; shift -= 4) {
        text.append(Character.forDigit((int) (half >>> shift) & 0xf, 16));
      }
    }
    return text.toString();
  }
}

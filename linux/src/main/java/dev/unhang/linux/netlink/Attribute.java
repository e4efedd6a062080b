package dev.unhang.linux.netlink;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// One attribute of a message: a type and bytes, which are a number, a text, a flag or more
/// attributes as its type says.
///
/// Kernel: include/uapi/linux/netlink.h, struct nlattr (v6.1)
public final class Attribute {
  private final int type;
  private final byte[] value;

  Attribute(int type, byte[] value) {
    this.type = type;
    this.value = value;
  }

  /// Its type, without the bits that say how it is coded.
  public int type() {
    return type;
  }

  /// How many bytes it holds.
  public int size() {
    return value.length;
  }

  /// A copy of what it holds.
  public byte[] bytes() {
    return value.clone();
  }

  /// As an unsigned number of one byte.
  public int u8() throws BrokenAnswer {
    return Byte.toUnsignedInt(exactly(Byte.BYTES).get());
  }

  /// As an unsigned number of two bytes.
  public int u16() throws BrokenAnswer {
    return Short.toUnsignedInt(exactly(Short.BYTES).getShort());
  }

  /// As a number of four bytes, which must not be above 2^31 - 1: all that are read here count or
  /// index something small.
  public int u32() throws BrokenAnswer {
    int number = exactly(Integer.BYTES).getInt();
    if (number < 0) {
      throw new BrokenAnswer("attribute " + type + " is " + Integer.toUnsignedString(number));
    }
    return number;
  }

  /// As an unsigned number of four bytes, of any size.
  public long unsigned32() throws BrokenAnswer {
    return Integer.toUnsignedLong(exactly(Integer.BYTES).getInt());
  }

  /// As a text up to its first NUL. What is no UTF-8 becomes U+FFFD.
  public String text() {
    int end = 0;
    while (end < value.length && value[end] != 0) {
      end++;
    }
    return new String(value, 0, end, StandardCharsets.UTF_8);
  }

  /// As more attributes.
  public AttributeReader nested() throws BrokenAnswer {
    return AttributeReader.of(value, 0);
  }

  private ByteBuffer exactly(int bytes) throws BrokenAnswer {
    if (value.length != bytes) {
      throw new BrokenAnswer(
          "attribute " + type + " holds " + value.length + " bytes instead of " + bytes);
    }
    return ByteBuffer.wrap(value).order(ByteOrder.nativeOrder());
  }
}

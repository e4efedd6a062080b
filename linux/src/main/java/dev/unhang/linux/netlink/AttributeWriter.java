package dev.unhang.linux.netlink;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Writes attributes one after the other, each padded to four bytes.
///
/// Kernel: lib/nlattr.c, nla_put() (v6.1)
public final class AttributeWriter {
  /// `NLA_F_NESTED`: ethtool's strict validation insists on it.
  private static final int NESTED = 0x8000;

  private static final int HEADER_BYTES = 4;

  /// The length is a `u16` that counts the header.
  private static final int MAX_VALUE_BYTES = 0xffff - HEADER_BYTES;

  private final ByteArrayOutputStream written = new ByteArrayOutputStream();

  /// What was written so far.
  public byte[] bytes() {
    return written.toByteArray();
  }

  /// A value as it is.
  public AttributeWriter bytes(int type, byte[] value) {
    return put(type, value);
  }

  /// A flag: there, and without a value.
  public AttributeWriter flag(int type) {
    return put(type, new byte[0]);
  }

  /// A number of two bytes.
  public AttributeWriter u16(int type, int value) {
    return put(type, host(Short.BYTES).putShort((short) value).array());
  }

  /// A number of four bytes.
  public AttributeWriter u32(int type, int value) {
    return put(type, host(Integer.BYTES).putInt(value).array());
  }

  /// A text with its NUL.
  public AttributeWriter text(int type, String value) {
    if (value.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("a NUL within a text");
    }
    return put(type, (value + '\0').getBytes(StandardCharsets.UTF_8));
  }

  /// Attributes within an attribute.
  public AttributeWriter nest(int type, AttributeWriter inner) {
    return put(type | NESTED, inner.bytes());
  }

  private AttributeWriter put(int type, byte[] value) {
    if (value.length > MAX_VALUE_BYTES) {
      throw new IllegalArgumentException("an attribute of " + value.length + " bytes");
    }
    int length = HEADER_BYTES + value.length;
    byte[] all = new byte[Message.aligned(length)];
    ByteBuffer.wrap(all)
        .order(ByteOrder.nativeOrder())
        .putShort((short) length)
        .putShort((short) type)
        .put(value);
    written.writeBytes(all);
    return this;
  }

  private static ByteBuffer host(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.nativeOrder());
  }
}

package dev.unhang.linux.netlink;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/// One netlink message: a header of 16 bytes in host byte order, and its payload.
///
/// Kernel: include/uapi/linux/netlink.h, struct nlmsghdr (v6.1)
public final class Message {
  /// Length of the header: `u32 len, u16 type, u16 flags, u32 seq, u32 pid`.
  public static final int HEADER_BYTES = 16;

  /// Types below NLMSG_MIN_TYPE: control messages.
  public static final int NOOP = 1;

  /// An error, or with the number 0 an acknowledgement.
  public static final int ERROR = 2;

  /// The last message of several.
  public static final int DONE = 3;

  /// Messages were lost.
  public static final int OVERRUN = 4;

  /// `NLM_F_REQUEST`.
  public static final int REQUEST = 0x1;

  /// `NLM_F_MULTI`: one of several, ended by [#DONE].
  public static final int MULTI = 0x2;

  /// `NLM_F_ACK`: acknowledge also a success.
  public static final int ACK = 0x4;

  /// `NLM_F_DUMP_INTR`: what was being listed changed meanwhile.
  public static final int DUMP_INTERRUPTED = 0x10;

  /// `NLM_F_DUMP`: list all.
  public static final int DUMP = 0x300;

  /// `NLM_F_CAPPED`, on errors: only the request's header is echoed.
  public static final int CAPPED = 0x100;

  /// `NLM_F_ACK_TLVS`, on errors: attributes follow the echo.
  public static final int ACK_TLVS = 0x200;

  private final int type;
  private final int flags;
  private final int sequence;
  private final byte[] payload;

  /// @param type 0 to 65535
  /// @param flags 0 to 65535
  /// @param sequence a reply bears its request's
  public Message(int type, int flags, int sequence, byte[] payload) {
    this.type = type;
    this.flags = flags;
    this.sequence = sequence;
    this.payload = payload.clone();
  }

  /// Takes a datagram apart. Every message in it is whole, or none is believed.
  public static List<Message> readAll(byte[] datagram) throws BrokenAnswer {
    List<Message> messages = new ArrayList<>();
    int at = 0;
    while (at < datagram.length) {
      int length = lengthAt(datagram, at);
      messages.add(readOne(datagram, at, length));
      at += aligned(length);
    }
    return messages;
  }

  /// The message's length in bytes, checked: at least a header, at most what is left.
  private static int lengthAt(byte[] datagram, int at) throws BrokenAnswer {
    int left = datagram.length - at;
    if (left < HEADER_BYTES) {
      throw new BrokenAnswer("a message header cut off after " + left + " bytes");
    }
    int length = host(datagram).getInt(at);
    if (length < HEADER_BYTES || length > left) {
      throw new BrokenAnswer("a message of " + length + " bytes where " + left + " are left");
    }
    return length;
  }

  private static Message readOne(byte[] datagram, int at, int length) {
    ByteBuffer bytes = host(datagram);
    byte[] payload = new byte[length - HEADER_BYTES];
    bytes.get(at + HEADER_BYTES, payload);
    return new Message(
        Short.toUnsignedInt(bytes.getShort(at + 4)),
        Short.toUnsignedInt(bytes.getShort(at + 6)),
        bytes.getInt(at + 8),
        payload);
  }

  private static ByteBuffer host(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
  }

  /// Rounded up to a multiple of four, as messages and attributes are.
  static int aligned(int length) {
    return (length + 3) & ~3;
  }

  /// As it goes over the socket. The port id stays 0: the kernel fills in its own.
  public byte[] bytes() {
    byte[] all = new byte[HEADER_BYTES + payload.length];
    host(all)
        .putInt(all.length)
        .putShort((short) type)
        .putShort((short) flags)
        .putInt(sequence)
        .putInt(0)
        .put(payload);
    return all;
  }

  /// What it is: a control type, or the number of a generic family.
  public int type() {
    return type;
  }

  /// The `NLM_F_` bits.
  public int flags() {
    return flags;
  }

  /// The number that joins request and reply.
  public int sequence() {
    return sequence;
  }

  /// A copy of what follows the header.
  public byte[] payload() {
    return payload.clone();
  }
}

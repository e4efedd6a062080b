package dev.unhang.linux.probe;

import java.nio.ByteBuffer;

/// An echo request, and whether something is the reply to it.
///
/// RFC 792, "Echo or Echo Reply Message"; RFC 4443, sections 4.1 and 4.2
///
/// @param ipv6 whether it is ICMPv6, whose checksum the kernel makes
/// @param token what tells it from all others; the reply has it too
record EchoMessage(boolean ipv6, long token) {
  private static final int HEADER_BYTES = 8;
  private static final int TOKEN_BYTES = 8;
  private static final int LENGTH = HEADER_BYTES + TOKEN_BYTES;
  private static final byte REQUEST = 8;
  private static final byte REPLY = 0;
  private static final byte REQUEST_6 = (byte) 128;
  private static final byte REPLY_6 = (byte) 129;
  private static final int IPV4 = 4;
  private static final int WORD = 4;
  private static final int CHECKSUM_AT = 2;

  /// The request.
  byte[] request() {
    ByteBuffer message = ByteBuffer.allocate(LENGTH);
    message.put(ipv6 ? REQUEST_6 : REQUEST).put((byte) 0).putShort((short) 0);
    message.putShort((short) (token >>> Short.SIZE)).putShort((short) token).putLong(token);
    if (!ipv6) {
      message.putShort(CHECKSUM_AT, checksum(message.array()));
    }
    return message.array();
  }

  /// RFC 1071, for an even number of bytes.
  private static short checksum(byte[] message) {
    int sum = 0;
    ByteBuffer words = ByteBuffer.wrap(message);
    while (words.hasRemaining()) {
      sum += Short.toUnsignedInt(words.getShort());
    }
    sum = (sum >>> Short.SIZE) + (sum & 0xffff);
    return (short) ~((sum >>> Short.SIZE) + sum);
  }

  /// Whether a datagram is the reply.
  ///
  /// @param from its first byte; a raw IPv4 socket gives the IP header before the message
  boolean isAnsweredBy(ByteBuffer datagram, Header from) {
    int begin = 0;
    if (from == Header.IPV4) {
      if (!datagram.hasRemaining() || datagram.get(0) >>> WORD != IPV4) {
        return false;
      }
      begin = (datagram.get(0) & 0xf) * WORD;
    }
    return datagram.limit() >= begin + LENGTH
        && datagram.get(begin) == (ipv6 ? REPLY_6 : REPLY)
        && datagram.getLong(begin + HEADER_BYTES) == token;
  }

  /// What a datagram begins with.
  enum Header {
    /// An IPv4 header.
    IPV4,
    /// The ICMP message itself.
    NONE
  }
}

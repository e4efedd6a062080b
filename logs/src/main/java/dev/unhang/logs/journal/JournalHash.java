package dev.unhang.logs.journal;

/// The two hashes by which a journal file finds its fields.
///
/// Doc: systemd "Journal File Format", "Objects": Jenkins' lookup3, or SipHash-2-4 keyed with the
/// file's id where the header says KEYED-HASH
final class JournalHash {
  private JournalHash() {}

  /// hashlittle2() of Bob Jenkins' lookup3.c (public domain), both seeds 0, the first result in the
  /// upper half.
  static long lookup3(byte[] bytes) {
    int a = 0xdeadbeef + bytes.length;
    int b = a;
    int c = a;
    if (bytes.length == 0) {
      return (long) c << 32 | Integer.toUnsignedLong(b);
    }
    int at = 0;
    for (; bytes.length - at > 12; at += 12) {
      a += word(bytes, at);
      b += word(bytes, at + 4);
      c += word(bytes, at + 8);
      a = a - c ^ Integer.rotateLeft(c, 4);
      c += b;
      b = b - a ^ Integer.rotateLeft(a, 6);
      a += c;
      c = c - b ^ Integer.rotateLeft(b, 8);
      b += a;
      a = a - c ^ Integer.rotateLeft(c, 16);
      c += b;
      b = b - a ^ Integer.rotateLeft(a, 19);
      a += c;
      c = c - b ^ Integer.rotateLeft(b, 4);
      b += a;
    }
    a += word(bytes, at);
    b += word(bytes, at + 4);
    c += word(bytes, at + 8);
    c = (c ^ b) - Integer.rotateLeft(b, 14);
    a = (a ^ c) - Integer.rotateLeft(c, 11);
    b = (b ^ a) - Integer.rotateLeft(a, 25);
    c = (c ^ b) - Integer.rotateLeft(b, 16);
    a = (a ^ c) - Integer.rotateLeft(c, 4);
    b = (b ^ a) - Integer.rotateLeft(a, 14);
    c = (c ^ b) - Integer.rotateLeft(b, 24);
    return (long) c << 32 | Integer.toUnsignedLong(b);
  }

  /// Four bytes; those past the end are 0.
  private static int word(byte[] bytes, int from) {
    int word = 0;
    for (int i = 0; i < 4 && from + i < bytes.length; i++) {
      word |= (bytes[from + i] & 0xff) << 8 * i;
    }
    return word;
  }

  /// SipHash-2-4 (Aumasson, Bernstein).
  ///
  /// @param k0 the first half of the key, little end first
  /// @param k1 its second half
  static long sip24(byte[] bytes, long k0, long k1) {
    long[] v = {
      k0 ^ 0x736f6d6570736575L,
      k1 ^ 0x646f72616e646f6dL,
      k0 ^ 0x6c7967656e657261L,
      k1 ^ 0x7465646279746573L
    };
    int at = 0;
    for (; bytes.length - at >= 8; at += 8) {
      take(v, Words.u64(bytes, at));
    }
    long last = (long) bytes.length << 56;
    for (int i = 0; at + i < bytes.length; i++) {
      last |= (bytes[at + i] & 0xffL) << 8 * i;
    }
    take(v, last);
    v[2] ^= 0xff;
    for (int i = 0; i < 4; i++) {
      round(v);
    }
    return v[0] ^ v[1] ^ v[2] ^ v[3];
  }

  private static void take(long[] v, long word) {
    v[3] ^= word;
    round(v);
    round(v);
    v[0] ^= word;
  }

  private static void round(long[] v) {
    v[0] += v[1];
    v[1] = Long.rotateLeft(v[1], 13) ^ v[0];
    v[0] = Long.rotateLeft(v[0], 32);
    v[2] += v[3];
    v[3] = Long.rotateLeft(v[3], 16) ^ v[2];
    v[0] += v[3];
    v[3] = Long.rotateLeft(v[3], 21) ^ v[0];
    v[2] += v[1];
    v[1] = Long.rotateLeft(v[1], 17) ^ v[2];
    v[2] = Long.rotateLeft(v[2], 32);
  }
}

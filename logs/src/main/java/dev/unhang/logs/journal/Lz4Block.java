package dev.unhang.logs.journal;

/// Takes an LZ4 block apart, and stops where there is no more room: libraries refuse a block that
/// is longer than the room they are given, and of a value that is too long its name is still
/// wanted.
///
/// Doc: lz4_Block_format.md
final class Lz4Block {
  private static final int MIN_MATCH = 4;

  private final byte[] in;
  private final int inEnd;
  private final byte[] out;
  private final int room;
  private int at;
  private int filled;

  private Lz4Block(byte[] in, int from, int to, byte[] out, int room) {
    this.in = in;
    this.at = from;
    this.inEnd = to;
    this.out = out;
    this.room = room;
  }

  /// @return how many bytes were put out; -1 where the block is damaged
  static int decompress(byte[] in, int from, int to, byte[] out, int room) {
    Lz4Block block = new Lz4Block(in, from, to, out, room);
    try {
      return block.run() ? block.filled : -1;
    } catch (IndexOutOfBoundsException beyond_the_block) {
      return -1;
    }
  }

  private boolean run() {
    while (at < inEnd && filled < room) {
      int token = in[at++] & 0xff;
      int literals = Math.min(length(token >>> 4), room - filled);
      if (literals > inEnd - at) {
        return false;
      }
      System.arraycopy(in, at, out, filled, literals);
      at += literals;
      filled += literals;
      if (at == inEnd || filled == room) {
        return true;
      }
      if (!match(token & 0xf)) {
        return false;
      }
    }
    return filled == room;
  }

  private boolean match(int code) {
    if (at + 2 > inEnd) {
      return false;
    }
    int distance = in[at] & 0xff | (in[at + 1] & 0xff) << 8;
    at += 2;
    int length = Math.min(length(code) + MIN_MATCH, room - filled);
    if (distance == 0 || distance > filled) {
      return false;
    }
    for (int i = 0; i < length; i++, filled++) {
      out[filled] = out[filled - distance];
    }
    return true;
  }

  /// 15 says that more bytes follow, and so does each byte of 255. A length beyond the room is as
  /// good as any other.
  private int length(int code) {
    int length = code;
    if (code == 15) {
      int more;
      do {
        more = in[at++] & 0xff;
        length = Math.min(length + more, room + 15);
      } while (more == 255 && at < inEnd);
    }
    return length;
  }
}

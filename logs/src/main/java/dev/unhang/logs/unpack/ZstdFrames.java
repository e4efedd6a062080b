package dev.unhang.logs.unpack;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// The frames of a zstd file without the skippable ones, which the decoder doesn't know: pzstd and
/// seekable files have them. Windows that need too much memory are refused by name.
///
/// RFC 8878, sections 3.1.1 and 3.1.2
final class ZstdFrames extends FilterInputStream {
  private static final int FRAME = 0xfd2fb528;
  private static final int SKIPPABLE = 0x184d2a50;
  private static final int SKIPPABLE_MASK = 0xfffffff0;

  /// `zstd -19` has 8 MiB; `--long` and `--ultra` have more, and the decoder stops here.
  private static final long MAX_WINDOW = 8L << 20;

  private static final int[] DICTIONARY_ID_BYTES = {0, 1, 2, 4};
  private static final int[] CONTENT_SIZE_BYTES = {0, 2, 4, 8};

  private byte[] header = new byte[0];
  private int given;
  private long left;
  private boolean lastBlock = true;
  private boolean checksum;
  private boolean any;
  private @Nullable IOException damage;

  ZstdFrames(InputStream in) {
    super(in);
  }

  /// Whether there is no frame at all.
  boolean isEmpty() throws IOException {
    return !any && !fill();
  }

  /// Throws what ended the frames, if they didn't end as they should.
  void check() throws IOException {
    if (damage != null) {
      throw damage;
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  /// Damage ends the frames quietly, so that the decoder hands out what it holds.
  @Override
  public int read(byte[] buffer, int offset, int length) {
    try {
      return damage == null ? some(buffer, offset, length) : -1;
    } catch (IOException broken) {
      damage = broken;
      return -1;
    }
  }

  private int some(byte[] buffer, int offset, int length) throws IOException {
    if (!fill()) {
      return -1;
    }
    if (given < header.length) {
      int some = Math.min(length, header.length - given);
      System.arraycopy(header, given, buffer, offset, some);
      given += some;
      return some;
    }
    int some = in.read(buffer, offset, (int) Math.min(length, left));
    if (some < 0) {
      throw cut();
    }
    left -= some;
    return some;
  }

  /// Makes sure that there is a byte to give; no where the file has ended between two frames.
  private boolean fill() throws IOException {
    while (given == header.length && left == 0) {
      if (!lastBlock) {
        block();
      } else if (checksum) {
        checksum = false;
        left = Integer.BYTES;
      } else if (!frame()) {
        return false;
      }
    }
    any = true;
    return true;
  }

  private void block() throws IOException {
    byte[] three = exactly(3);
    int bits = (three[0] & 0xff) | (three[1] & 0xff) << 8 | (three[2] & 0xff) << 16;
    lastBlock = (bits & 1) == 1;
    boolean isRun = (bits >> 1 & 3) == 1;
    left = isRun ? 1 : bits >> 3;
    give(three);
  }

  private boolean frame() throws IOException {
    int first = in.read();
    if (first < 0) {
      return false;
    }
    byte[] rest = exactly(3);
    int magic = first | (rest[0] & 0xff) << 8 | (rest[1] & 0xff) << 16 | (rest[2] & 0xff) << 24;
    if ((magic & SKIPPABLE_MASK) == SKIPPABLE) {
      in.skipNBytes(little(exactly(Integer.BYTES), 0, Integer.BYTES));
      return true;
    }
    if (magic != FRAME) {
      throw new IOException("bytes that are no zstd follow");
    }
    frameHeader(new byte[] {(byte) first, rest[0], rest[1], rest[2]});
    return true;
  }

  private void frameHeader(byte[] magic) throws IOException {
    int descriptor = exactly(1)[0] & 0xff;
    boolean single = (descriptor & 0x20) != 0;
    int sizeBytes = descriptor >> 6 == 0 && single ? 1 : CONTENT_SIZE_BYTES[descriptor >> 6];
    int windowBytes = single ? 0 : 1;
    int idBytes = DICTIONARY_ID_BYTES[descriptor & 3];
    byte[] rest = exactly(windowBytes + idBytes + sizeBytes);
    if (little(rest, windowBytes, idBytes) != 0) {
      throw new IOException("needs a dictionary of its own; give its text: zstdcat -D DICT F");
    }
    long window = single ? little(rest, idBytes, sizeBytes) : window(rest[0] & 0xff);
    if (window > MAX_WINDOW || window < 0) {
      throw new IOException(
          "has a window of " + window + " bytes, too large; give its text: zstdcat --long=31 F");
    }
    byte[] whole = new byte[magic.length + 1 + rest.length];
    System.arraycopy(magic, 0, whole, 0, magic.length);
    whole[magic.length] = (byte) descriptor;
    System.arraycopy(rest, 0, whole, magic.length + 1, rest.length);
    give(whole);
    checksum = (descriptor & 4) != 0;
    lastBlock = false;
  }

  /// RFC 8878, section 3.1.1.1.2
  private static long window(int descriptor) {
    long base = 1L << (10 + (descriptor >> 3));
    return base + base / 8 * (descriptor & 7);
  }

  private void give(byte[] bytes) {
    header = bytes;
    given = 0;
  }

  /// The two-byte content size counts from 256, which doesn't matter for a bound.
  private static long little(byte[] bytes, int from, int length) {
    long value = 0;
    for (int i = length - 1; i >= 0; i--) {
      value = value << 8 | (bytes[from + i] & 0xff);
    }
    return value;
  }

  private byte[] exactly(int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw cut();
    }
    return bytes;
  }

  private static EOFException cut() {
    return new EOFException("ends inside a frame");
  }
}

package dev.unhang.hosts.kernellog;

import dev.unhang.model.host.ByteSink;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/// A long text, kept packed: a kernel log that repeats itself for days needs a tenth of its bytes.
public final class PackedText {
  /// Bytes of text that are handed out together.
  private static final int PIECE = 512 << 10;

  private final byte[] packed;
  private final long size;

  private PackedText(byte[] packed, long size) {
    this.packed = packed;
    this.size = size;
  }

  /// The whole text.
  public static PackedText of(byte[] text) {
    Writer writer = new Writer();
    writer.accept(text, 0, text.length);
    return writer.text();
  }

  /// Bytes of text.
  public long size() {
    return size;
  }

  /// Bytes of memory.
  long kept() {
    return packed.length;
  }

  /// The text from its first byte.
  public InputStream open() {
    return new InflaterInputStream(new ByteArrayInputStream(packed));
  }

  /// Hands out the text in pieces of whole entries, however many bytes the last may have: a piece
  /// ends before a line that begins at the margin, so that no value is torn that goes over lines.
  public void pieces(Consumer<byte[]> taker) {
    ByteArrayOutputStream piece = new ByteArrayOutputStream();
    byte[] chunk = new byte[PIECE];
    try (InputStream text = open()) {
      for (int length = text.readNBytes(chunk, 0, PIECE);
          length > 0;
          length = text.readNBytes(chunk, 0, PIECE)) {
        int end = margin(chunk, length);
        piece.write(chunk, 0, end);
        if (end > 0) {
          taker.accept(piece.toByteArray());
          piece.reset();
        }
        piece.write(chunk, end, length - end);
      }
    } catch (IOException memory_does_not_fail) {
      throw new UncheckedIOException(memory_does_not_fail);
    }
    taker.accept(piece.toByteArray());
  }

  /// Where the last line begins that has no blank before it; 0 where there is none.
  private static int margin(byte[] chunk, int length) {
    for (int at = length - 1; at > 0; at--) {
      if (chunk[at - 1] == '\n' && chunk[at] > ' ' && chunk[at] != ']') {
        return at;
      }
    }
    return 0;
  }

  /// Makes one, of bytes as they come.
  public static final class Writer implements ByteSink {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    private final DeflaterOutputStream out = new DeflaterOutputStream(bytes, deflater);
    private long size;

    @Override
    public void accept(byte[] chunk, int offset, int length) {
      try {
        out.write(chunk, offset, length);
      } catch (IOException memory_does_not_fail) {
        throw new UncheckedIOException(memory_does_not_fail);
      }
      size += length;
    }

    /// The text, once no more will come.
    public PackedText text() {
      try {
        out.close();
      } catch (IOException memory_does_not_fail) {
        throw new UncheckedIOException(memory_does_not_fail);
      }
      deflater.end();
      return new PackedText(bytes.toByteArray(), size);
    }
  }
}

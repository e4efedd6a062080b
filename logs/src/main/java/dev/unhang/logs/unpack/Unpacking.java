package dev.unhang.logs.unpack;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A file's bytes, unpacked where they are packed, by what they begin with and not by the file's
/// name. Memory is bounded, and so is what little input may become.
public final class Unpacking extends InputStream {
  /// Text of one log that repeats itself for weeks is packed 100:1; a file of zeros 1,000:1 and
  /// more.
  private static final long MAX_RATIO = 200;

  /// What any file may become, however small it is.
  private static final long FREE_BYTES = 256L << 20;

  /// Decoders lose what they have unpacked of a read that fails.
  private static final int LEAST_LOST = 4096;

  private final Counted source;
  private @Nullable InputStream in;
  private String format = "";
  private long unpacked;

  /// Bytes that tell whether a file is packed.
  public static final int MARK = Packings.MARK;

  /// Whether a file that begins so is packed in a way that is known.
  ///
  /// @param first [#MARK] bytes, or all there are
  public static boolean isPacked(byte[] first) {
    return Packings.of(first).isPresent();
  }

  public Unpacking(InputStream source) {
    this.source = new Counted(source);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  /// @throws DamagedArchive where compressed bytes can't be unpacked any further
  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    InputStream opened = in == null ? open() : in;
    if (format.isEmpty()) {
      return opened.read(buffer, offset, length);
    }
    try {
      int read = opened.read(buffer, offset, Math.min(length, LEAST_LOST));
      unpacked += Math.max(read, 0);
      if (unpacked > FREE_BYTES && unpacked / MAX_RATIO > source.taken()) {
        throw new DamagedArchive(
            format
                + " data becomes more than "
                + MAX_RATIO
                + " times as long, stopped after "
                + unpacked
                + " bytes of text; if that is right: give its text to unhang scan -");
      }
      return read;
    } catch (DamagedArchive ours) {
      throw ours;
    } catch (IOException broken) {
      throw damaged(broken);
    }
  }

  private InputStream open() throws IOException {
    byte[] first = source.readNBytes(Packings.MARK);
    InputStream whole = new SequenceInputStream(new ByteArrayInputStream(first), source);
    Optional<Packing> packing = Packings.of(first);
    if (packing.isEmpty()) {
      in = whole;
      return whole;
    }
    format = packing.get().name();
    try {
      InputStream opened = packing.get().open(whole);
      in = opened;
      return opened;
    } catch (IOException broken) {
      throw damaged(broken);
    }
  }

  private IOException damaged(IOException cause) {
    if (source.failed()) {
      return cause;
    }
    String why =
        cause instanceof EOFException ? "ends too early" : String.valueOf(cause.getMessage());
    return new DamagedArchive(
        format
            + " data is damaged at about byte "
            + source.taken()
            + ", after "
            + unpacked
            + " bytes of text: "
            + why,
        cause);
  }

  @Override
  public void close() throws IOException {
    if (in != null) {
      in.close();
    }
    source.close();
  }
}

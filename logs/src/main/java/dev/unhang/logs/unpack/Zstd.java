package dev.unhang.logs.unpack;

import static com.github.luben.zstd.Zstd.errDictionaryWrong;
import static com.github.luben.zstd.Zstd.errFrameParameterWindowTooLarge;
import static com.github.luben.zstd.Zstd.errPrefixUnknown;

import com.github.luben.zstd.ZstdIOException;
import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// zstd, with as many frames as were appended to each other; skippable ones are skipped.
///
/// RFC 8878, section 3
final class Zstd implements Packing {
  /// `zstd -19` has windows of 8 MiB; `--long` and `--ultra` have more, which are refused.
  private static final int MAX_WINDOW_LOG = 23;

  @Override
  public String name() {
    return "zstd";
  }

  @Override
  public boolean opens(byte[] first) {
    return Packings.begins(first, 0x28, 0xb5, 0x2f, 0xfd)
        || first.length > 3
            && (first[0] & 0xf0) == 0x50
            && Packings.begins(new byte[] {first[1], first[2], first[3]}, 0x2a, 0x4d, 0x18);
  }

  @Override
  public InputStream open(InputStream compressed) throws IOException {
    return new Decoded(new Source(compressed));
  }

  /// Knows whether the decoder has asked for more than there is.
  private static final class Source extends FilterInputStream {
    private boolean ended;

    Source(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      ended |= one < 0;
      return one;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      ended |= read < 0;
      return read;
    }
  }

  /// Says what is wrong with the bytes, and what to do where they are sound.
  private static final class Decoded extends FilterInputStream {
    private final Source source;

    Decoded(Source source) throws IOException {
      super(new ZstdInputStreamNoFinalizer(source).setLongMax(MAX_WINDOW_LOG));
      this.source = source;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      try {
        return super.read(buffer, offset, length);
      } catch (ZstdIOException broken) {
        throw source.ended
            ? new EOFException("ends inside a frame")
            : new IOException(why(broken), broken);
      }
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    private static String why(ZstdIOException broken) {
      long code = broken.getErrorCode();
      if (code == errFrameParameterWindowTooLarge()) {
        return "has a window of more than "
            + (1 << MAX_WINDOW_LOG)
            + " bytes, too large; give its text: zstdcat --long=31 F";
      }
      if (code == errDictionaryWrong()) {
        return "needs a dictionary of its own; give its text: zstdcat -D DICT F";
      }
      return code == errPrefixUnknown()
          ? "bytes that are no zstd follow"
          : "is corrupted: " + broken.getMessage();
    }
  }
}

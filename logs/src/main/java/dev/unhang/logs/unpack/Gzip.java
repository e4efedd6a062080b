package dev.unhang.logs.unpack;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/// gzip, with as many members as were appended to each other.
///
/// RFC 1952, section 2.2
final class Gzip implements Packing {
  private static final int BUFFER = 64 << 10;

  /// Checksum and length behind a member.
  private static final int TRAILER = 8;

  @Override
  public String name() {
    return "gzip";
  }

  @Override
  public boolean opens(byte[] first) {
    return Packings.begins(first, 0x1f, 0x8b);
  }

  @Override
  public InputStream open(InputStream compressed) throws IOException {
    // Its header is read byte by byte, and the name in it may be as long as the file.
    return new Members(new BufferedInputStream(compressed, BUFFER));
  }

  /// Hands out what was inflated before damage was met, and says what it passes over.
  private static final class Members extends GZIPInputStream {
    private @Nullable IOException damage;

    Members(InputStream compressed) throws IOException {
      super(compressed, BUFFER);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      if (damage != null) {
        throw damage;
      }
      long before = inf.getBytesWritten();
      try {
        int read = super.read(buffer, offset, length);
        if (read < 0 && inf.getRemaining() > TRAILER) {
          damage = new IOException("bytes that are no gzip follow");
          throw damage;
        }
        return read;
      } catch (ZipException broken) {
        damage = broken;
        int inflated = (int) (inf.getBytesWritten() - before);
        if (inflated <= 0) {
          throw broken;
        }
        return inflated;
      }
    }
  }
}

package dev.unhang.logs.unpack;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.tukaani.xz.MemoryLimitException;
import org.tukaani.xz.XZInputStream;

/// xz, with as many streams as were appended to each other.
///
/// Doc: xz-file-format.txt
final class Xz implements Packing {
  /// `xz -9` needs 65 MiB to unpack, about half of what unhang has for everything.
  private static final int MEMORY_KIBIBYTES = 68 << 10;

  @Override
  public String name() {
    return "xz";
  }

  @Override
  public boolean opens(byte[] first) {
    return Packings.begins(first, 0xfd, '7', 'z', 'X', 'Z', 0);
  }

  @Override
  public InputStream open(InputStream compressed) throws IOException {
    return new Decoded(new XZInputStream(compressed, MEMORY_KIBIBYTES));
  }

  /// Its dictionary is made when the first byte is read.
  private static final class Decoded extends FilterInputStream {
    Decoded(XZInputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      try {
        return in.read(buffer, offset, length);
      } catch (MemoryLimitException greedy) {
        throw tooMuch(greedy.getMemoryNeeded() + " KiB of memory", greedy);
      } catch (OutOfMemoryError full) {
        // One array could not be made, and nothing else was begun: packed twice at that level.
        throw tooMuch("more memory than is left", full);
      }
    }

    private static IOException tooMuch(String what, Throwable cause) {
      return new IOException("needs " + what + "; give its text: xzcat F | unhang scan -", cause);
    }
  }
}

package dev.unhang.logs.unpack;

import java.io.IOException;
import java.io.InputStream;
import org.tukaani.xz.MemoryLimitException;
import org.tukaani.xz.XZInputStream;

/// xz, with as many streams as were appended to each other.
///
/// Doc: xz-file-format.txt
final class Xz implements Packing {
  /// `xz -7` needs 17 MiB to unpack; unhang has little more memory than that for everything.
  private static final int MEMORY_KIBIBYTES = 20 << 10;

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
    try {
      return new XZInputStream(compressed, MEMORY_KIBIBYTES);
    } catch (MemoryLimitException greedy) {
      throw new IOException(
          "needs "
              + greedy.getMemoryNeeded()
              + " KiB of memory; give its text: xzcat F | unhang scan -",
          greedy);
    }
  }
}

package dev.unhang.logs.unpack;

import io.airlift.compress.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;

/// zstd, with as many frames as were appended to each other; skippable ones are skipped.
///
/// RFC 8878, section 3
final class Zstd implements Packing {
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
  public InputStream open(InputStream compressed) {
    return new Decoded(new ZstdFrames(compressed));
  }

  /// The decoder throws more than its own exceptions at damage.
  private static final class Decoded extends InputStream {
    private final ZstdFrames frames;
    private final ZstdInputStream in;

    Decoded(ZstdFrames frames) {
      this.frames = frames;
      this.in = new ZstdInputStream(frames);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      if (frames.isEmpty()) {
        return -1;
      }
      try {
        int read = in.read(buffer, offset, length);
        if (read < 0) {
          frames.check();
        }
        return read;
      } catch (IOException | RuntimeException broken) {
        frames.check();
        throw new IOException("is corrupted: " + broken.getMessage(), broken);
      }
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}

package dev.unhang.fuzz;

import dev.unhang.model.host.ByteSource;
import java.nio.ByteBuffer;

/// A file in memory, which counts what was read of it.
final class BytesAtRest implements ByteSource {
  private final byte[] bytes;
  private long bytesRead;

  BytesAtRest(byte[] bytes) {
    this.bytes = bytes;
  }

  long bytesRead() {
    return bytesRead;
  }

  @Override
  public long length() {
    return bytes.length;
  }

  @Override
  public int read(long offset, ByteBuffer into) {
    if (offset >= bytes.length) {
      return -1;
    }
    int count = Math.min(into.remaining(), bytes.length - (int) offset);
    into.put(bytes, (int) offset, count);
    bytesRead += count;
    return count;
  }

  @Override
  public void close() {}
}

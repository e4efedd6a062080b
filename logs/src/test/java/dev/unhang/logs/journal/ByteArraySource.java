package dev.unhang.logs.journal;

import dev.unhang.model.host.ByteSource;
import java.nio.ByteBuffer;

/// A file in memory. It counts what was read from it.
final class ByteArraySource implements ByteSource {
  private final byte[] bytes;
  private final long length;
  private long bytesRead;

  ByteArraySource(byte[] bytes) {
    this(bytes, bytes.length);
  }

  /// @param length what it says it has, though it may have less: a file that shrinks
  ByteArraySource(byte[] bytes, long length) {
    this.bytes = bytes;
    this.length = length;
  }

  long bytesRead() {
    return bytesRead;
  }

  @Override
  public long length() {
    return length;
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

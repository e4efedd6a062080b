package dev.unhang.logs.unpack;

import dev.unhang.model.host.ByteSource;
import java.io.InputStream;
import java.nio.ByteBuffer;

/// A source's bytes from its first to its last.
public final class SourceStream extends InputStream {
  private final ByteSource source;
  private long offset;

  /// @param source closed by whoever opened it
  public SourceStream(ByteSource source) {
    this.source = source;
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int from, int length) {
    int read = source.read(offset, ByteBuffer.wrap(buffer, from, length));
    offset += Math.max(read, 0);
    return read == 0 && length > 0 ? -1 : read;
  }
}

package dev.unhang.logs.unpack;

import dev.unhang.model.host.ByteSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int from, int length) throws IOException {
    int read;
    try {
      read = source.read(offset, ByteBuffer.wrap(buffer, from, length));
    } catch (UncheckedIOException failed) {
      // A disk with a bad sector: whoever reads keeps what came before it.
      Throwable cause = failed.getCause();
      throw cause instanceof IOException broken ? broken : new IOException(failed);
    }
    offset += Math.max(read, 0);
    return read == 0 && length > 0 ? -1 : read;
  }
}

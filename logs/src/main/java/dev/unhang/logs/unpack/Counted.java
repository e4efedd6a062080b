package dev.unhang.logs.unpack;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Counts what is taken of a stream, and tells its own failures from those of who reads it.
final class Counted extends FilterInputStream {
  private long taken;
  private boolean failed;
  private boolean ended;

  Counted(InputStream in) {
    super(in);
  }

  /// Bytes taken so far.
  long taken() {
    return taken;
  }

  /// Whether the stream itself could not be read.
  boolean failed() {
    return failed;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    try {
      int read = in.read(buffer, offset, length);
      taken += Math.max(read, 0);
      ended |= read < 0;
      return read;
    } catch (IOException broken) {
      failed = true;
      throw broken;
    }
  }

  /// gzip's reader takes 0 for the end of the file, and a pipe says 0 while it waits.
  @Override
  public int available() {
    return ended ? 0 : 1;
  }
}

package dev.unhang.model.host;

import java.io.Closeable;
import java.nio.ByteBuffer;

/// Bytes at rest that can be read from any place: a log file, a journal. Mapped memory on a live
/// host, an array in tests.
public interface ByteSource extends Closeable {
  /// How many bytes there are now. A file that is being written may grow.
  long length();

  /// Reads from an offset into the buffer's free room.
  ///
  /// @return how many bytes were put there; -1 at or past the end
  int read(long offset, ByteBuffer into);
}

package dev.unhang.hosts.saved;

import dev.unhang.model.evidence.Content;
import dev.unhang.model.host.ByteSource;
import java.nio.ByteBuffer;

/// A saved file, to be read from any place.
///
/// @param content all of it
record SavedBytes(Content content) implements ByteSource {
  @Override
  public long length() {
    return content.size();
  }

  @Override
  public int read(long offset, ByteBuffer into) {
    byte[] bytes = content.bytes();
    if (offset >= bytes.length) {
      return -1;
    }
    int length = Math.min(into.remaining(), bytes.length - (int) offset);
    into.put(bytes, (int) offset, length);
    return length;
  }

  @Override
  public void close() {}
}

package dev.unhang.sim;

import dev.unhang.model.evidence.Content;
import dev.unhang.model.host.ByteSource;
import java.nio.ByteBuffer;

/// A file of the simulated host, opened.
record SimBytes(Content content) implements ByteSource {
  @Override
  public long length() {
    return content.size();
  }

  @Override
  public int read(long offset, ByteBuffer into) {
    if (offset >= content.size()) {
      return -1;
    }
    int length = Math.min(into.remaining(), content.size() - (int) offset);
    into.put(content.bytes(), (int) offset, length);
    return length;
  }

  @Override
  public void close() {}
}

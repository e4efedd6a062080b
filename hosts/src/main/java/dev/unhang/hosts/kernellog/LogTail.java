package dev.unhang.hosts.kernellog;

import dev.unhang.model.evidence.Content;
import dev.unhang.model.host.ByteSink;
import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Deque;

/// Keeps the last part of a text, whole lines.
final class LogTail implements ByteSink {
  private final long most;
  private final Deque<byte[]> chunks = new ArrayDeque<>();
  private long kept;
  private long dropped;

  /// @param most bytes
  LogTail(long most) {
    this.most = most;
  }

  @Override
  public void accept(byte[] buffer, int offset, int length) {
    byte[] chunk = new byte[length];
    System.arraycopy(buffer, offset, chunk, 0, length);
    chunks.addLast(chunk);
    kept += length;
    while (kept > most && chunks.size() > 1) {
      drop(chunks.removeFirst().length);
    }
  }

  private void drop(long bytes) {
    kept -= bytes;
    dropped += bytes;
  }

  LogCopy copy(String name) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    chunks.forEach(all::writeBytes);
    byte[] bytes = all.toByteArray();
    int from = (int) Math.max(0, bytes.length - most);
    while (dropped + from > 0 && from < bytes.length && bytes[from] != '\n') {
      from++;
    }
    from = dropped + from > 0 ? Math.min(from + 1, bytes.length) : 0;
    byte[] whole = new byte[bytes.length - from];
    System.arraycopy(bytes, from, whole, 0, whole.length);
    return new LogCopy(name, Content.of(whole), dropped + from);
  }

  boolean isEmpty() {
    return kept == 0;
  }
}

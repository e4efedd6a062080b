package dev.unhang.hosts.kernellog;

import dev.unhang.model.host.ByteSink;
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

  /// What is kept, packed; nothing is kept here any longer.
  LogCopy copy(String name) {
    PackedText.Writer text = new PackedText.Writer();
    long tooMany = Math.max(0, kept - most);
    boolean isCut = dropped + tooMany > 0;
    long skipped = 0;
    boolean inLine = isCut;
    for (byte[] chunk = chunks.poll(); chunk != null; chunk = chunks.poll()) {
      int from = (int) Math.min(chunk.length, tooMany - Math.min(tooMany, skipped));
      while (inLine && from < chunk.length) {
        inLine = chunk[from] != '\n';
        from++;
      }
      skipped += from;
      text.accept(chunk, from, chunk.length - from);
    }
    kept = 0;
    return new LogCopy(name, text.text(), dropped + skipped);
  }

  boolean isEmpty() {
    return kept == 0;
  }
}

package dev.unhang.app.watching;

import dev.unhang.hosts.kernellog.LogCopy;
import dev.unhang.hosts.kernellog.PackedText;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// The last of the kernel's log as the watch heard it, for evidence: the journal's own disk may be
/// behind the card. One thread adds, others take copies.
public final class HeardLog {
  /// More than a card says in an hour; of a flood the last seconds.
  static final int MOST_BYTES = 256 << 10;

  private static final String NAME = "kernel-log-heard.txt";

  private final Deque<byte[]> chunks = new ArrayDeque<>();
  private int bytes;
  private long dropped;

  /// Whole records, as they are followed.
  public synchronized void accept(byte[] from, int offset, int length) {
    byte[] chunk = new byte[length];
    System.arraycopy(from, offset, chunk, 0, length);
    chunks.addLast(chunk);
    bytes += length;
    while (bytes > MOST_BYTES && chunks.size() > 1) {
      int first = chunks.removeFirst().length;
      bytes -= first;
      dropped += first;
    }
  }

  /// What is kept; empty where nothing was heard.
  public synchronized Optional<LogCopy> copy() {
    if (chunks.isEmpty()) {
      return Optional.empty();
    }
    PackedText.Writer text = new PackedText.Writer();
    chunks.forEach(chunk -> text.accept(chunk, 0, chunk.length));
    return Optional.of(new LogCopy(NAME, text.text(), dropped));
  }
}

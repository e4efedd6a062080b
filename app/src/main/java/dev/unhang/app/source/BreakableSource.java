package dev.unhang.app.source;

import dev.unhang.model.host.ByteSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// A file that may break while it is read: a disk that fails, a server that is gone. It ends there,
/// so that what was read until then counts, and why is kept. Several threads may read it.
final class BreakableSource implements ByteSource {
  private final ByteSource source;
  private final AtomicReference<String> broken = new AtomicReference<>("");

  BreakableSource(ByteSource source) {
    this.source = source;
  }

  /// Why it could not be read any further; empty where it could.
  Optional<String> broken() {
    return Optional.of(broken.get()).filter(why -> !why.isEmpty());
  }

  @Override
  public long length() {
    return source.length();
  }

  @Override
  public int read(long offset, ByteBuffer into) {
    try {
      return source.read(offset, into);
    } catch (UncheckedIOException failed) {
      Throwable cause = failed.getCause();
      broken.compareAndSet("", String.valueOf((cause == null ? failed : cause).getMessage()));
      return -1;
    }
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}

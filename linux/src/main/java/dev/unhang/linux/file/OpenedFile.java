package dev.unhang.linux.file;

import dev.unhang.model.host.ByteSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A file of any size, read at any place.
final class OpenedFile implements ByteSource {
  private final FileChannel channel;

  OpenedFile(Path path) throws IOException {
    channel = FileChannel.open(path, StandardOpenOption.READ);
  }

  @Override
  public long length() {
    try {
      return channel.size();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  @Override
  public int read(long offset, ByteBuffer into) {
    try {
      return channel.read(into, offset);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}

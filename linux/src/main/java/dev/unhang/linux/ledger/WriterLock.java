package dev.unhang.linux.ledger;

import dev.unhang.model.error.CannotChange;
import dev.unhang.model.error.NeedsRoot;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The right to change this host, held by one process at a time. The kernel gives it back when the
/// process ends, however it ends.
///
/// Man: fcntl(2), F_SETLK
public final class WriterLock implements AutoCloseable {
  private final FileChannel channel;

  private WriterLock(FileChannel channel) {
    this.channel = channel;
  }

  /// Takes it. Throws CannotChange where another process has it.
  ///
  /// @param file `/run/unhang/lock`
  public static WriterLock take(Path file) {
    try {
      Path folder = file.getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      FileChannel channel =
          FileChannel.open(file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE));
      if (!isTaken(channel)) {
        channel.close();
        throw new CannotChange(
            "change this host",
            file.toString(),
            "another unhang is changing it at this moment",
            "wait until it has ended, then try again");
      }
      return new WriterLock(channel);
    } catch (AccessDeniedException denied) {
      throw new NeedsRoot("change this host", file.toString(), "permission denied", "run as root");
    } catch (IOException failed) {
      throw new CannotChange("lock", file.toString(), failed.toString(), "look at that file");
    }
  }

  private static boolean isTaken(FileChannel channel) throws IOException {
    try {
      @Nullable FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException by_this_process) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}

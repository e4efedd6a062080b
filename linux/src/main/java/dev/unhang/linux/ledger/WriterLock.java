package dev.unhang.linux.ledger;

import dev.unhang.model.error.CannotChange;
import dev.unhang.model.error.NeedsRoot;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The right to change this host, held by one process at a time. The kernel gives it back when the
/// process ends, however it ends.
///
/// Man: fcntl(2), F_SETLK
public final class WriterLock implements AutoCloseable {
  /// Those held by this process. The kernel drops a process' lock when it closes *any* descriptor
  /// of the file, so a second try within the process must not even open it.
  private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;

  private WriterLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /// Takes it. Throws CannotChange where another has it.
  ///
  /// @param file `/run/unhang/lock`
  public static WriterLock take(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    if (!HELD_HERE.add(absolute)) {
      throw held(file);
    }
    Optional<FileChannel> locked = Optional.empty();
    try {
      locked = lock(absolute);
    } catch (AccessDeniedException denied) {
      throw new NeedsRoot("change this host", file.toString(), "permission denied", "run as root");
    } catch (IOException failed) {
      throw new CannotChange("lock", file.toString(), failed.toString(), "look at that file");
    } finally {
      if (locked.isEmpty()) {
        HELD_HERE.remove(absolute);
      }
    }
    return new WriterLock(absolute, locked.orElseThrow(() -> held(file)));
  }

  private static CannotChange held(Path file) {
    return new CannotChange(
        "change this host",
        file.toString(),
        "another unhang is changing it at this moment",
        "wait until it has ended, then try again");
  }

  /// Empty where another process holds it.
  private static Optional<FileChannel> lock(Path file) throws IOException {
    Path folder = file.getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    FileChannel channel =
        FileChannel.open(file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE));
    try {
      if (channel.tryLock() != null) {
        return Optional.of(channel);
      }
    } catch (IOException failed) {
      channel.close();
      throw failed;
    }
    channel.close();
    return Optional.empty();
  }

  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      HELD_HERE.remove(file);
    }
  }
}

package dev.unhang.linux.ledger;

import dev.unhang.model.error.CannotChange;
import dev.unhang.model.error.NeedsRoot;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
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

  private static final Set<PosixFilePermission> OWNER_ALONE =
      PosixFilePermissions.fromString("rwx------");

  private static final Set<PosixFilePermission> OWNER_READS_AND_WRITES =
      PosixFilePermissions.fromString("rw-------");

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
      ownFolder(folder);
    }
    FileChannel channel =
        FileChannel.open(
            file,
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS),
            PosixFilePermissions.asFileAttribute(OWNER_READS_AND_WRITES));
    try {
      Files.setPosixFilePermissions(file, OWNER_READS_AND_WRITES);
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

  /// Nobody else may open the file: a lock that is shared takes no more than the right to read, and
  /// whoever holds one keeps others from this one.
  private static void ownFolder(Path folder) throws IOException {
    Path above = folder.getParent();
    if (above != null) {
      Files.createDirectories(above);
    }
    try {
      Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(OWNER_ALONE));
    } catch (FileAlreadyExistsException there) {
      // What it is, and whether it is ours, shows when the file is opened in it.
    }
    Files.setPosixFilePermissions(folder, OWNER_ALONE);
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

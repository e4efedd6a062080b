package dev.unhang.linux.ledger;

import dev.unhang.linux.file.Descriptor;
import dev.unhang.linux.file.IoWords;
import dev.unhang.linux.file.OwnFolder;
import dev.unhang.linux.file.Root;
import dev.unhang.model.error.CannotChange;
import dev.unhang.model.error.NeedsRoot;
import dev.unhang.model.host.HostPath;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
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
  /// Those held by this process, by device and inode. The kernel drops a process' lock when it
  /// closes *any* descriptor of the file, so a second try within the process must not even open it.
  private static final Set<Object> HELD_HERE = ConcurrentHashMap.newKeySet();

  private static final Set<PosixFilePermission> OWNER_READS_AND_WRITES =
      PosixFilePermissions.fromString("rw-------");

  private final Object key;
  private final FileChannel channel;

  private WriterLock(Object key, FileChannel channel) {
    this.key = key;
    this.channel = channel;
  }

  /// Takes it. Throws CannotChange where another has it.
  ///
  /// @param file `/run/unhang/lock`
  public static WriterLock take(Root root, HostPath file) {
    int slash = file.value().lastIndexOf('/');
    try (OwnFolder folder = OwnFolder.make(root, new HostPath(file.value().substring(0, slash)))) {
      folder.hide();
      return take(folder, file.value().substring(slash + 1)).orElseThrow(() -> held(file));
    } catch (AccessDeniedException denied) {
      throw new NeedsRoot("change this host", file.toString(), "permission denied", "run as root");
    } catch (OwnFolder.NotOurs refused) {
      throw new CannotChange("lock", file.toString(), IoWords.of(refused), refused.hint());
    } catch (IOException failed) {
      throw new CannotChange("lock", file.toString(), IoWords.of(failed), "look at that file");
    }
  }

  private static CannotChange held(HostPath file) {
    return new CannotChange(
        "change this host",
        file.toString(),
        "another unhang is changing it at this moment",
        "wait until it has ended, then try again");
  }

  /// No other user may open the file: a lock that is shared takes no more than the right to read,
  /// and whoever holds one keeps others from this one. Empty where another holds it.
  private static Optional<WriterLock> take(OwnFolder folder, String name) throws IOException {
    try {
      folder.create(name).close();
    } catch (FileAlreadyExistsException there) {
      // What it is, and whether it is ours, shows below.
    }
    try (Descriptor file = folder.file(name)) {
      Files.setPosixFilePermissions(file.path(), OWNER_READS_AND_WRITES);
      Object key = Files.readAttributes(file.path(), BasicFileAttributes.class).fileKey();
      if (!HELD_HERE.add(key)) {
        return Optional.empty();
      }
      Optional<WriterLock> taken = Optional.empty();
      try {
        taken = lock(key, FileChannel.open(file.path(), StandardOpenOption.WRITE));
      } finally {
        if (taken.isEmpty()) {
          HELD_HERE.remove(key);
        }
      }
      return taken;
    }
  }

  private static Optional<WriterLock> lock(Object key, FileChannel channel) throws IOException {
    try {
      if (channel.tryLock() != null) {
        return Optional.of(new WriterLock(key, channel));
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
      HELD_HERE.remove(key);
    }
  }
}

package dev.unhang.linux.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicInteger;

/// A file under a name that was free, for its owner alone, until it gets its real one. The name
/// goes away with this, unless it was renamed.
public final class Draft implements AutoCloseable {
  /// What all of them begin with.
  public static final String PREFIX = ".unhang-";

  private static final int MAX_TRIES = 100;
  private static final AtomicInteger MADE = new AtomicInteger();

  private final Path path;
  private final Descriptor made;

  private Draft(Path path, Descriptor made) {
    this.path = path;
    this.made = made;
  }

  /// Makes it.
  public static Draft in(Path folder) throws IOException {
    for (int tries = 1; ; tries++) {
      long process = ProcessHandle.current().pid();
      Path path = folder.resolve(PREFIX + process + "-" + MADE.incrementAndGet());
      try {
        return new Draft(path, Descriptor.create(path, "rw-------"));
      } catch (FileAlreadyExistsException taken) {
        if (tries == MAX_TRIES) {
          throw taken;
        }
      }
    }
  }

  /// Its name, for rename and link.
  public Path path() {
    return path;
  }

  /// The file itself, to be written, whatever has its name by now.
  public FileChannel open() throws IOException {
    return FileChannel.open(made.path(), StandardOpenOption.WRITE);
  }

  @Override
  public void close() throws IOException {
    made.close();
    Files.deleteIfExists(path);
  }
}

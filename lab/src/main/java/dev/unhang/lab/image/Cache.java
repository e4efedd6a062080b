package dev.unhang.lab.image;

import dev.unhang.lab.Story;
import dev.unhang.lab.host.HostCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Folders that take long to make. A folder's name holds the hash of its inputs, so a changed input
/// makes it anew and an unchanged one costs nothing; only the newest of a name is kept.
///
/// @param folder where they are
/// @param story is told what is made
record Cache(Path folder, Story story) {

  private static final Duration DELETE_BOUND = Duration.ofMinutes(2);

  /// The folder for these inputs, made if it isn't there.
  ///
  /// @param what it is, for the story
  /// @param maker fills an empty folder
  Path made(String name, String what, Inputs inputs, Consumer<Path> maker) {
    Path wanted = folder.resolve(name + "-" + inputs.hash());
    try {
      Files.createDirectories(folder);
      try (FileChannel lock =
              FileChannel.open(
                  folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock held = lock.lock()) {
        if (held.isValid() && !Files.exists(wanted)) {
          story.tell("making " + what);
          Path making = folder.resolve(name + ".making");
          delete(making);
          Files.createDirectories(making);
          maker.accept(making);
          deleteOlder(name);
          Files.move(making, wanted, StandardCopyOption.ATOMIC_MOVE);
        }
      }
      return wanted;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private void deleteOlder(String name) throws IOException {
    try (Stream<Path> older = Files.list(folder)) {
      older
          .filter(path -> path.getFileName().toString().matches(name + "-[0-9a-f]{12}"))
          .forEach(Cache::delete);
    }
  }

  private static void delete(Path path) {
    HostCommand.of(DELETE_BOUND, "rm", "--recursive", "--force", "--", path.toString()).run();
  }
}

package dev.unhang.linux.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/// A name in a folder. On another machine's disk the folder is held open: the name may become a
/// link while it is worked on, and still nothing leads anywhere else.
public final class Spot implements AutoCloseable {
  private final Path path;
  private final String shown;
  private final boolean isCaged;
  private final List<Descriptor> held = new ArrayList<>();

  private Spot(Path path, String shown, boolean isCaged) {
    this.path = path;
    this.shown = shown;
    this.isCaged = isCaged;
  }

  /// On this machine, as every program finds it.
  static Spot here(Path path) {
    return new Spot(path, path.toString(), false);
  }

  /// @param folder closed with this
  /// @param name without a slash
  /// @param shown for messages
  static Spot in(Descriptor folder, String name, String shown) {
    Spot spot = new Spot(folder.path().resolve(name), shown, true);
    spot.held.add(folder);
    return spot;
  }

  /// The name itself, for what doesn't follow a link in its last part: stat, readlink, mkdir,
  /// unlink, link, rename.
  Path path() {
    return path;
  }

  /// The same behind all links, for what is renamed over it.
  Path real() throws IOException {
    return isCaged ? path : path.toRealPath();
  }

  /// A path to what has the name at this moment, that can be opened as often as one likes and is
  /// always the same thing. What is no file should not be opened.
  Path pinned() throws IOException {
    return isCaged ? pin().path() : path;
  }

  /// What has the name at this moment, held until this is closed.
  Descriptor pin() throws IOException {
    Descriptor pinned = Descriptor.pin(path, !isCaged);
    held.add(pinned);
    return pinned;
  }

  /// How a person finds it.
  public String shown() {
    return shown;
  }

  /// Brings a folder's names to disk.
  static void sync(Path folder) throws IOException {
    try (FileChannel opened = FileChannel.open(folder, StandardOpenOption.READ)) {
      opened.force(true);
    }
  }

  /// The folder of a name.
  static Path folderOf(Path file) {
    Path parent = file.getParent();
    return parent == null ? Path.of("/") : parent;
  }

  @Override
  public void close() {
    held.forEach(Descriptor::close);
    held.clear();
  }
}

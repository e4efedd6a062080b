package dev.unhang.linux.file;

import dev.unhang.linux.ffi.Libc;
import dev.unhang.linux.ffi.SystemCall;
import dev.unhang.model.host.HostPath;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// A folder of unhang's own: what lies in it decides what is done as root. So it is held open, made
/// for its owner alone, and refused where it is another user's or where others may write in it.
public final class OwnFolder implements AutoCloseable {
  private static final String OURS = "rwx------";
  private static final String ABOVE = "rwxr-xr-x";

  private static final Set<PosixFilePermission> OTHERS_WRITE =
      Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

  private final Descriptor folder;
  private final String shown;

  private OwnFolder(Descriptor folder, String shown) {
    this.folder = folder;
    this.shown = shown;
  }

  /// Opens it. Throws NoSuchFileException where it isn't there, and NotOurs.
  public static OwnFolder open(Root root, HostPath path) throws IOException {
    try (Spot spot = root.target(path)) {
      OwnFolder opened = new OwnFolder(Descriptor.folder(spot.pinned()), spot.shown());
      try {
        requireOurs(opened.folder.path(), spot.shown());
      } catch (IOException refused) {
        opened.close();
        throw refused;
      }
      return opened;
    }
  }

  /// Makes it, and what is above it, where it isn't there, and opens it.
  public static OwnFolder make(Root root, HostPath path) throws IOException {
    int slash = path.value().indexOf('/', 1);
    while (slash > 0) {
      makeOne(root, new HostPath(path.value().substring(0, slash)), ABOVE);
      slash = path.value().indexOf('/', slash + 1);
    }
    makeOne(root, path, OURS);
    return open(root, path);
  }

  private static void makeOne(Root root, HostPath path, String mode) throws IOException {
    try (Spot spot = root.target(path)) {
      if (Files.isDirectory(spot.path())) {
        return;
      }
      NewEntry.folder(spot.path(), mode);
      Spot.sync(Spot.folderOf(spot.path()));
    } catch (FileAlreadyExistsException by_another) {
      // Whether it is a folder shows when it is opened.
    }
  }

  /// Whose it is, and who may write to it, by what is held open.
  private static void requireOurs(Path pinned, String shown) throws IOException {
    requireOwner(pinned, shown);
    PosixFileAttributes is = Files.readAttributes(pinned, PosixFileAttributes.class);
    if (is.permissions().stream().anyMatch(OTHERS_WRITE::contains)) {
      throw new NotOurs(
          shown,
          "others may write to it ("
              + PosixFilePermissions.toString(is.permissions())
              + "), and what it says is done as root");
    }
  }

  private static void requireOwner(Path pinned, String shown) throws IOException {
    int owner = (int) Files.getAttribute(pinned, "unix:uid");
    if (owner != Libc.call(SystemCall.GETEUID) && owner != 0) {
      throw new NotOurs(shown, "it belongs to user " + owner);
    }
  }

  /// Another user could have written there.
  public static final class NotOurs extends FileSystemException {
    private static final long serialVersionUID = 1;

    NotOurs(String shown, String why) {
      super(shown, null, why);
    }

    /// What mends it.
    public String hint() {
      return "look at what is in it; if that is yours: chown root: and chmod go-w " + getFile();
    }
  }

  /// Only its owner may look into it from now on.
  public void hide() throws IOException {
    Files.setPosixFilePermissions(folder.path(), PosixFilePermissions.fromString(OURS));
  }

  /// A name in it, for what doesn't follow links: stat, unlink, link, rename.
  public Path path(String name) {
    return folder.path().resolve(name);
  }

  /// The folder itself.
  public Path path() {
    return folder.path();
  }

  /// How a person finds a name in it.
  public String shown(String name) {
    return shown + "/" + name;
  }

  /// A new file, for its owner alone.
  public FileChannel create(String name) throws IOException {
    try (Descriptor made = Descriptor.create(path(name), "rw-------")) {
      return FileChannel.open(made.path(), StandardOpenOption.WRITE);
    }
  }

  /// What has this name, unopened: a file of ours. Throws where it is a link, a pipe, a device or
  /// another user's. Who may write to it is not looked at.
  public Descriptor file(String name) throws IOException {
    Descriptor pinned = Descriptor.pin(path(name), false);
    try {
      if (!Files.isRegularFile(pinned.path())) {
        throw new FileSystemException(shown(name), null, "is no file");
      }
      requireOwner(pinned.path(), shown(name));
      return pinned;
    } catch (IOException refused) {
      pinned.close();
      throw refused;
    }
  }

  /// A file of ours, open, which no other user may write to.
  public FileChannel open(String name, OpenOption... how) throws IOException {
    try (Descriptor pinned = file(name)) {
      requireOurs(pinned.path(), shown(name));
      return FileChannel.open(pinned.path(), how);
    }
  }

  /// Takes a name away.
  ///
  /// @return whether there was one
  public boolean remove(String name) throws IOException {
    return Files.deleteIfExists(path(name));
  }

  /// Brings its names to disk.
  public void sync() throws IOException {
    Spot.sync(folder.path());
  }

  @Override
  public void close() {
    folder.close();
  }
}

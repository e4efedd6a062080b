package dev.unhang.linux.file;

import dev.unhang.model.error.CannotChange;
import dev.unhang.model.error.NeedsRoot;
import dev.unhang.model.host.Entry;
import dev.unhang.model.host.HostPath;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// Makes a file, a folder or a link where nothing is, and takes it away again. A file is written
/// beside and linked into its place: it is there whole, or not there, and never replaces another.
///
/// Man: link(2), fsync(2)
public final class NewEntry {
  private static final String READABLE = "rw-r--r--";
  private static final String FOLDER = "rwxr-xr-x";

  private NewEntry() {}

  /// Throws CannotChange where something is there.
  public static void make(Root root, HostPath at, Entry entry) {
    try (Spot spot = root.name(at)) {
      Path path = spot.path();
      switch (entry) {
        case Entry.NewFile file -> file(path, file.content().bytes());
        case Entry.Folder folder -> folder(path, FOLDER);
        case Entry.Link link -> Files.createSymbolicLink(path, Path.of(link.target()));
      }
      Spot.sync(Spot.folderOf(path));
    } catch (FileAlreadyExistsException taken) {
      throw new CannotChange("make", at.value(), "something is there", "look at it first");
    } catch (NoSuchFileException none) {
      throw new CannotChange("make", at.value(), "the folder is not there", "look there");
    } catch (AccessDeniedException denied) {
      throw new NeedsRoot("make", at.value(), "permission denied", "try again as root");
    } catch (IOException failed) {
      throw failed("make", at, failed);
    }
  }

  /// Makes a folder with that mode, whatever the umask is.
  static void folder(Path path, String mode) throws IOException {
    Set<PosixFilePermission> permissions = PosixFilePermissions.fromString(mode);
    Files.createDirectory(path, PosixFilePermissions.asFileAttribute(permissions));
    try (Descriptor made = Descriptor.pin(path, false)) {
      Files.setPosixFilePermissions(made.path(), permissions);
    }
  }

  private static void file(Path path, byte[] bytes) throws IOException {
    Path beside = AtomicReplace.beside(path);
    Files.deleteIfExists(beside);
    try (Descriptor made = Descriptor.create(beside, READABLE)) {
      try (FileChannel out = FileChannel.open(made.path(), StandardOpenOption.WRITE)) {
        ByteBuffer left = ByteBuffer.wrap(bytes);
        while (left.hasRemaining()) {
          out.write(left);
        }
        out.force(true);
      }
      Files.createLink(path, beside);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  /// Throws CannotChange where it is not any more what was made.
  public static void remove(Root root, HostPath at, Entry entry) {
    try (Spot spot = root.name(at)) {
      if (!isStill(spot, entry)) {
        throw new CannotChange(
            "take away",
            at.value(),
            "it is not any more what was made",
            "look at it, and take it away by hand");
      }
      Files.delete(spot.path());
      Spot.sync(Spot.folderOf(spot.path()));
    } catch (DirectoryNotEmptyException full) {
      throw new CannotChange(
          "take away", at.value(), "another program has put something into it", "leave it there");
    } catch (NoSuchFileException gone) {
      throw new CannotChange("take away", at.value(), "it is not there", "nothing is to do");
    } catch (AccessDeniedException denied) {
      throw new NeedsRoot("take away", at.value(), "permission denied", "try again as root");
    } catch (IOException failed) {
      throw failed("take away", at, failed);
    }
  }

  private static boolean isStill(Spot spot, Entry entry) throws IOException {
    Path path = spot.path();
    return switch (entry) {
      case Entry.NewFile file -> PseudoFile.read(spot.pinned()).equals(file.content());
      case Entry.Folder folder -> Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
      case Entry.Link link ->
          Files.isSymbolicLink(path)
              && Files.readSymbolicLink(path).toString().equals(link.target());
    };
  }

  private static CannotChange failed(String what, HostPath at, IOException failed) {
    return new CannotChange(
        what,
        at.value(),
        IoWords.of(failed),
        "see whether the disk is full or read-only, or the folder immutable (lsattr)");
  }
}

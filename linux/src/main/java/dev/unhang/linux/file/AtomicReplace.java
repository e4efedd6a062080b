package dev.unhang.linux.file;

import dev.unhang.model.error.CannotChange;
import dev.unhang.model.error.NeedsRoot;
import dev.unhang.model.host.FileEdit;
import dev.unhang.model.host.HostPath;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/// Replaces a file's content as a whole: written beside, synced, renamed, and the folder synced. At
/// any instant the name leads to the old content or to the new one.
///
/// Man: rename(2), fsync(2)
public final class AtomicReplace {
  private AtomicReplace() {}

  /// Throws CannotChange where the file no longer holds what the edit starts from.
  ///
  /// @param path as it is on this machine; a link is followed and stays one
  public static void replace(Path path, FileEdit edit) {
    try {
      Path target = path.toRealPath();
      refuseOtherContent(target, edit);
      Path beside = beside(target);
      Files.deleteIfExists(beside);
      write(beside, target, edit);
      Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
      syncFolder(target);
    } catch (AccessDeniedException denied) {
      throw new NeedsRoot("write", path.toString(), "permission denied", "try again as root");
    } catch (IOException failed) {
      throw new CannotChange(
          "write",
          path.toString(),
          failed.toString(),
          "see whether the disk is full or read-only, or the file immutable (lsattr)");
    }
  }

  /// What a run that was killed has left there, the next one takes away.
  ///
  /// @param target absolute
  static Path beside(Path target) {
    return Path.of(new HostPath(target.toString()).beside().value());
  }

  private static void refuseOtherContent(Path target, FileEdit edit) throws IOException {
    if (!PseudoFile.read(target).equals(edit.before())) {
      throw new CannotChange(
          "write",
          target.toString(),
          "somebody else has changed it meanwhile",
          "look at it, then plan again");
    }
  }

  /// A new file with the old one's owner, mode and extended attributes. The old one is looked at
  /// once more at the last moment: an editor may have saved it while this was written.
  private static void write(Path beside, Path target, FileEdit edit) throws IOException {
    try (FileChannel out =
        FileChannel.open(beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      SameAttributes.copy(target, beside);
      ByteBuffer bytes = ByteBuffer.wrap(edit.after().bytes());
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
      out.force(true);
      refuseOtherContent(target, edit);
    } catch (IOException | RuntimeException failed) {
      Files.deleteIfExists(beside);
      throw failed;
    }
  }

  private static void syncFolder(Path file) throws IOException {
    try (FileChannel folder = FileChannel.open(folder(file), Set.of(StandardOpenOption.READ))) {
      folder.force(true);
    }
  }

  private static Path folder(Path file) {
    Path parent = file.getParent();
    return parent == null ? Path.of("/") : parent;
  }
}

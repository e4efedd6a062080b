package dev.unhang.linux.file;

import dev.unhang.model.error.CannotChange;
import dev.unhang.model.error.NeedsRoot;
import dev.unhang.model.host.FileEdit;
import dev.unhang.model.host.HostPath;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// Replaces a file's content as a whole: written beside, synced, renamed, and the folder synced. At
/// any instant the name leads to the old content or to the new one.
///
/// Man: rename(2), fsync(2)
public final class AtomicReplace {
  private AtomicReplace() {}

  /// Throws CannotChange where the file no longer holds what the edit starts from. A link is
  /// followed and stays one.
  public static void replace(Root root, FileEdit edit) {
    String shown = edit.path().value();
    try (Spot spot = root.target(edit.path())) {
      shown = spot.shown();
      Path target = spot.real();
      refuseOtherContent(spot, edit);
      Path beside = beside(target);
      Files.deleteIfExists(beside);
      write(beside, spot, edit);
      Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
      Spot.sync(Spot.folderOf(target));
    } catch (AccessDeniedException denied) {
      throw new NeedsRoot("write", shown, "permission denied", "try again as root");
    } catch (IOException failed) {
      throw new CannotChange(
          "write",
          shown,
          IoWords.of(failed),
          "see whether the disk is full or read-only, or the file immutable (lsattr)");
    }
  }

  /// What a run that was killed has left there, the next one takes away.
  ///
  /// @param target absolute
  static Path beside(Path target) {
    return Path.of(new HostPath(target.toString()).beside().value());
  }

  private static void refuseOtherContent(Spot spot, FileEdit edit) throws IOException {
    if (!PseudoFile.read(spot.pinned()).equals(edit.before())) {
      throw new CannotChange(
          "write",
          spot.shown(),
          "another program has changed it meanwhile",
          "look at it, then plan again");
    }
  }

  /// A new file with the old one's owner, mode, flags and extended attributes. The old one is
  /// looked at once more at the last moment: an editor may have saved it while this was written.
  private static void write(Path beside, Spot target, FileEdit edit) throws IOException {
    try (Descriptor made = Descriptor.create(beside, "rw-------");
        FileChannel out = FileChannel.open(made.path(), StandardOpenOption.WRITE)) {
      SameAttributes.copy(target.pinned(), made.path());
      ByteBuffer bytes = ByteBuffer.wrap(edit.after().bytes());
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
      out.force(true);
      refuseOtherContent(target, edit);
    } catch (FileAlreadyExistsException anothers) {
      throw anothers;
    } catch (IOException | RuntimeException failed) {
      Files.deleteIfExists(beside);
      throw failed;
    }
  }
}

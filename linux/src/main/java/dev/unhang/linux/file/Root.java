package dev.unhang.linux.file;

import dev.unhang.linux.ffi.Errno;
import dev.unhang.model.error.CannotRead;
import dev.unhang.model.host.HostPath;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotLinkException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/// Where a host's file system begins: this machine's, or another's that is mounted below a folder.
/// That one is a cage. Its links are followed as its own machine would, `/etc/x -> /run/y` to its
/// own /run, and none leads out, neither one that was there nor one that is put there meanwhile.
///
/// Man: openat2(2), RESOLVE_IN_ROOT
public final class Root {
  /// As many links as the kernel follows in one path.
  ///
  /// Kernel: include/linux/namei.h, MAXSYMLINKS
  private static final int MAX_LINKS = 40;

  /// `..` while a folder is renamed: the kernel can't tell, and wants to be asked again.
  private static final int ASK_AGAIN = 16;

  private static final Set<Integer> STEP_BY_STEP =
      Set.of(Errno.ENOSYS.number(), Errno.EPERM.number(), Errno.EAGAIN.number());

  private final Optional<Descriptor> cage;
  private final String shown;
  private final boolean steps;

  private Root(Optional<Descriptor> cage, String shown, boolean steps) {
    this.cage = cage;
    this.shown = shown;
    this.steps = steps;
  }

  /// This machine's own.
  public static Root here() {
    return new Root(Optional.empty(), "", false);
  }

  /// Another machine's. It is held open as long as the process runs. Throws CannotRead where it is
  /// no folder.
  ///
  /// @param folder where it is mounted
  public static Root mounted(HostPath folder) {
    return mounted(folder, false);
  }

  /// @param steps whether each step is taken by itself, as kernels before 5.6 need it
  static Root mounted(HostPath folder, boolean steps) {
    try {
      Descriptor cage = Descriptor.folder(Path.of(folder.value()));
      return new Root(Optional.of(cage), folder.value(), steps);
    } catch (IOException failed) {
      throw new CannotRead(
          "look below " + folder,
          "",
          IoWords.of(failed),
          "mount the disk first, or name the folder where it is mounted: --root DIR");
    }
  }

  /// A name whose last part is not followed.
  Spot name(HostPath path) throws IOException {
    return cage.isEmpty() ? Spot.here(Path.of(path.value())) : inside(path.value(), false);
  }

  /// What a name leads to, behind all links.
  Spot target(HostPath path) throws IOException {
    return cage.isEmpty() ? Spot.here(Path.of(path.value())) : inside(path.value(), true);
  }

  private Spot inside(String path, boolean follow) throws IOException {
    String at = path;
    for (int links = 0; links <= MAX_LINKS; links++) {
      String folder = folderOf(at);
      Spot spot = Spot.in(folder(folder), nameOf(at), shown + path);
      Optional<String> target = follow ? link(spot) : Optional.empty();
      if (target.isEmpty()) {
        return spot;
      }
      spot.close();
      at = target.get().startsWith("/") ? target.get() : folder + "/" + target.get();
    }
    throw new FileSystemLoopException(shown + path);
  }

  private static Optional<String> link(Spot spot) throws IOException {
    try {
      return Optional.of(Files.readSymbolicLink(spot.path()).toString());
    } catch (NotLinkException | NoSuchFileException here_it_ends) {
      return Optional.empty();
    } catch (IOException failed) {
      spot.close();
      throw failed;
    }
  }

  private Descriptor folder(String path) throws IOException {
    Descriptor root = cage.orElseThrow();
    long found = -Errno.ENOSYS.number();
    for (int tries = 0; !steps && tries < ASK_AGAIN; tries++) {
      found = root.findInside(path);
      if (found != -Errno.EAGAIN.number()) {
        break;
      }
    }
    return found < 0 && STEP_BY_STEP.contains((int) -found)
        ? new StepByStep(root, MAX_LINKS).to(path)
        : Descriptor.opened(found, shown + path);
  }

  private static String folderOf(String path) {
    String name = nameOf(path);
    if (name.equals(".")) {
      return path.isEmpty() ? "/" : path;
    }
    String folder = path.substring(0, stripped(path).lastIndexOf('/') + 1);
    return folder.isEmpty() ? "/" : folder;
  }

  /// The last part; the folder itself where that is no name.
  private static String nameOf(String path) {
    String stripped = stripped(path);
    String name = stripped.substring(stripped.lastIndexOf('/') + 1);
    return name.isEmpty() || name.equals("..") ? "." : name;
  }

  private static String stripped(String path) {
    int end = path.length();
    while (end > 0 && path.charAt(end - 1) == '/') {
      end--;
    }
    return path.substring(0, end);
  }
}

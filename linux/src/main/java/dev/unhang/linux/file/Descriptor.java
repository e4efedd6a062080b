package dev.unhang.linux.file;

import dev.unhang.linux.ffi.Errno;
import dev.unhang.linux.ffi.Layouts;
import dev.unhang.linux.ffi.Libc;
import dev.unhang.linux.ffi.OpenFlags;
import dev.unhang.linux.ffi.SystemCall;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.Charset;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

/// A file or folder that this process has open: whatever becomes of its name meanwhile, it stays
/// that one. [#path] leads to it past all names, and with a name behind it to that name in it, as
/// openat(2), renameat(2) and their like do. So code that takes paths works on descriptors.
///
/// Man: proc(5), "/proc/pid/fd/"; openat(2)
public final class Descriptor implements AutoCloseable {
  private static final long HERE = -100; // AT_FDCWD
  private static final long PIN = OpenFlags.PATH | OpenFlags.CLOEXEC;

  /// `RESOLVE_IN_ROOT`, which also refuses the links of /proc that lead anywhere.
  ///
  /// Kernel: include/uapi/linux/openat2.h; fs/open.c, build_open_flags() (v6.1)
  private static final long IN_ROOT = 0x10;

  /// The names of this process' own descriptors.
  private static final Path OPEN = Path.of("/proc/self/fd");

  private final long number;

  private Descriptor(long number) {
    this.number = number;
  }

  /// A folder, by links too.
  public static Descriptor folder(Path path) throws IOException {
    return opened(open(HERE, path.toString(), PIN | OpenFlags.DIRECTORY, 0), path.toString());
  }

  /// Whatever is there, unopened: no pipe waits and no device acts.
  ///
  /// @param follow whether a link stands for what it leads to, or for itself
  static Descriptor pin(Path path, boolean follow) throws IOException {
    long flags = follow ? PIN : PIN | OpenFlags.NOFOLLOW;
    return opened(open(HERE, path.toString(), flags, 0), path.toString());
  }

  /// A file that was not there, with this mode whatever the umask is.
  ///
  /// @param mode as `rw-------`
  static Descriptor create(Path path, String mode) throws IOException {
    long flags = OpenFlags.CREATE | OpenFlags.NOFOLLOW | OpenFlags.CLOEXEC;
    Descriptor made = opened(open(HERE, path.toString(), flags, 0600), path.toString());
    try {
      Files.setPosixFilePermissions(made.path(), PosixFilePermissions.fromString(mode));
    } catch (IOException failed) {
      made.close();
      throw failed;
    }
    return made;
  }

  /// The same file, open to be read; where it is one.
  Descriptor reading() throws IOException {
    return opened(open(HERE, path().toString(), OpenFlags.READ | OpenFlags.CLOEXEC, 0), "file");
  }

  /// A folder in this one, whose name is no link.
  Descriptor below(String name) throws IOException {
    long flags = PIN | OpenFlags.DIRECTORY | OpenFlags.NOFOLLOW;
    return opened(open(number, name, flags, 0), name);
  }

  /// A folder as it would be found if this one were `/`: links and `..` stay inside.
  ///
  /// @return the descriptor's number; where it failed, the error's number, negated
  long findInside(String path) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment how = arena.allocate(Layouts.OPEN_HOW);
      how.set(
          ValueLayout.JAVA_LONG,
          Layouts.offset(Layouts.OPEN_HOW, "flags"),
          PIN | OpenFlags.DIRECTORY);
      how.set(ValueLayout.JAVA_LONG, Layouts.offset(Layouts.OPEN_HOW, "resolve"), IN_ROOT);
      return Libc.call(
          SystemCall.OPENAT2,
          number,
          name(arena, path).address(),
          how.address(),
          Layouts.OPEN_HOW.byteSize());
    }
  }

  /// What a call answered, as a descriptor.
  ///
  /// @param answer a descriptor's number, or an error's number, negated
  static Descriptor opened(long answer, String shown) throws IOException {
    if (answer >= 0) {
      return new Descriptor(answer);
    }
    throw failure((int) -answer, shown);
  }

  private static IOException failure(int errno, String shown) {
    Map<Integer, IOException> known =
        Map.of(
            Errno.ENOENT.number(), new NoSuchFileException(shown),
            Errno.EACCES.number(), new AccessDeniedException(shown),
            Errno.ENOTDIR.number(), new NotDirectoryException(shown),
            Errno.EEXIST.number(), new FileAlreadyExistsException(shown),
            Errno.ELOOP.number(), new FileSystemLoopException(shown));
    return known.getOrDefault(
        errno, new FileSystemException(shown, null, "the kernel answered " + Errno.nameOf(errno)));
  }

  private static long open(long folder, String path, long flags, long mode) {
    try (Arena arena = Arena.ofConfined()) {
      return Libc.call(SystemCall.OPENAT, folder, name(arena, path).address(), flags, mode);
    }
  }

  /// The name as Java itself would give it to the kernel. Throws InvalidPathException where it is
  /// no text in this process' locale.
  static MemorySegment name(Arena arena, String path) {
    Charset charset = Charset.forName(System.getProperty("sun.jnu.encoding"));
    return arena.allocateFrom(Path.of(path).toString().isEmpty() ? "." : path, charset);
  }

  /// How this process reaches it.
  public Path path() {
    return OPEN.resolve(String.valueOf(number));
  }

  /// For calls that take descriptors.
  long number() {
    return number;
  }

  @Override
  public void close() {
    Libc.call(SystemCall.CLOSE, number);
  }
}

package dev.unhang.linux.file;

import dev.unhang.linux.ffi.Errno;
import dev.unhang.linux.ffi.Libc;
import dev.unhang.linux.ffi.SystemCall;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Set;

/// A file's flags, as lsattr(1) lists them. Those that a file has by itself, such as how its blocks
/// are kept, stay as they are.
///
/// Man: ioctl_iflags(2)
final class FileFlags {
  private static final long FS_IOC_GETFLAGS = 0x80086601L;
  private static final long FS_IOC_SETFLAGS = 0x40086602L;

  /// `s u c S d A j t D C`: what chattr(1) sets on a file that may still be replaced.
  ///
  /// Kernel: include/uapi/linux/fs.h, FS_SECRM_FL to FS_NOCOW_FL (v6.1)
  private static final int CHOSEN =
      0x1 | 0x2 | 0x4 | 0x8 | 0x40 | 0x80 | 0x4000 | 0x8000 | 0x10000 | 0x800000;

  private static final Set<Integer> NONE =
      Set.of(
          Errno.ENOTTY.number(),
          Errno.EOPNOTSUPP.number(),
          Errno.ENOSYS.number(),
          Errno.EINVAL.number());

  private FileFlags() {}

  /// Gives one file another's. Nothing where the file system has none.
  static void copy(Path from, Path to) throws IOException {
    try (Descriptor read = Descriptor.pin(from, true);
        Descriptor source = read.reading();
        Descriptor written = Descriptor.pin(to, true);
        Descriptor target = written.reading();
        Arena arena = Arena.ofConfined()) {
      MemorySegment flags = arena.allocate(ValueLayout.JAVA_LONG);
      long answer = ask(source, FS_IOC_GETFLAGS, flags);
      int wanted = flags.get(ValueLayout.JAVA_INT, 0) & CHOSEN;
      if (NONE.contains((int) -answer)) {
        return;
      }
      require(answer, from);
      require(ask(target, FS_IOC_GETFLAGS, flags), to);
      int now = flags.get(ValueLayout.JAVA_INT, 0);
      if ((now & CHOSEN) != wanted) {
        flags.set(ValueLayout.JAVA_INT, 0, now & ~CHOSEN | wanted);
        require(ask(target, FS_IOC_SETFLAGS, flags), to);
      }
    }
  }

  private static long ask(Descriptor file, long request, MemorySegment flags) {
    return Libc.call(SystemCall.IOCTL, file.number(), request, flags.address());
  }

  private static void require(long answer, Path file) throws IOException {
    if (answer < 0) {
      throw new FileSystemException(
          file.toString(), null, "its flags: the kernel answered " + Errno.nameOf((int) -answer));
    }
  }
}

package dev.unhang.linux.kmsg;

import dev.unhang.linux.ffi.Errno;
import dev.unhang.linux.ffi.Libc;
import dev.unhang.linux.ffi.SystemCall;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/// /dev/kmsg, open for reading: a read gives one whole record with its dictionary.
///
/// Doc: Documentation/ABI/testing/dev-kmsg; Kernel: kernel/printk/printk.c, devkmsg_read(),
/// devkmsg_llseek(), devkmsg_poll() (v6.1)
final class KmsgDevice implements AutoCloseable {
  /// The kernel's own limit of a formatted record is 8,192 bytes.
  ///
  /// Kernel: include/linux/printk.h, CONSOLE_EXT_LOG_MAX (v6.1)
  static final int BUFFER = 16 << 10;

  private static final long AT_FDCWD = -100;
  private static final long O_RDONLY_NONBLOCK_CLOEXEC = 0x800 | 0x80000;
  private static final long SEEK_END = 2;
  private static final short POLLIN = 1;

  /// `struct pollfd { int fd; short events; short revents; };`
  private static final long POLLFD = 8;

  private static final long TIMESPEC = 16;

  private final Arena arena = Arena.ofShared();
  private final MemorySegment buffer = arena.allocate(BUFFER);
  private final MemorySegment waited = arena.allocate(POLLFD, Integer.BYTES);
  private final MemorySegment patience = arena.allocate(TIMESPEC, Long.BYTES);
  private final long descriptor;

  private KmsgDevice(long descriptor) {
    this.descriptor = descriptor;
  }

  /// Opens the device behind its last record.
  ///
  /// @return the device, or where it may not be opened the error number
  static Opened open(Path path) {
    try (Arena names = Arena.ofConfined()) {
      MemorySegment name = names.allocateFrom(path.toString(), StandardCharsets.UTF_8);
      long descriptor =
          Libc.call(SystemCall.OPENAT, AT_FDCWD, name.address(), O_RDONLY_NONBLOCK_CLOEXEC, 0);
      if (descriptor < 0) {
        return new Opened.Refused(Errno.nameOf((int) -descriptor));
      }
      Libc.call(SystemCall.LSEEK, descriptor, 0, SEEK_END);
      return new Opened.Ready(new KmsgDevice(descriptor));
    }
  }

  /// How opening ended.
  sealed interface Opened {
    record Ready(KmsgDevice device) implements Opened {}

    /// @param why the kernel's words
    record Refused(String why) implements Opened {}
  }

  /// Waits for a record, at most so long.
  void await(Duration longest) {
    waited.set(ValueLayout.JAVA_INT, 0, (int) descriptor);
    waited.set(ValueLayout.JAVA_SHORT, Integer.BYTES, POLLIN);
    patience.set(ValueLayout.JAVA_LONG, 0, longest.toSeconds());
    patience.set(ValueLayout.JAVA_LONG, Long.BYTES, longest.toNanosPart());
    Libc.call(SystemCall.PPOLL, waited.address(), 1, patience.address(), 0, 0);
  }

  /// Reads the next record.
  ///
  /// @param into of [#BUFFER] bytes
  /// @return the record's length; an error number negated: EAGAIN where there is nothing new, EPIPE
  ///   where records were overwritten before they were read
  int read(byte[] into) {
    int answer = (int) Libc.call(SystemCall.READ, descriptor, buffer.address(), BUFFER);
    if (answer > 0) {
      MemorySegment.copy(buffer, ValueLayout.JAVA_BYTE, 0, into, 0, answer);
    }
    return answer;
  }

  @Override
  public void close() {
    Libc.call(SystemCall.CLOSE, descriptor);
    arena.close();
  }
}

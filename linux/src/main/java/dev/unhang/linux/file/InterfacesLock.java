package dev.unhang.linux.file;

import dev.unhang.linux.ffi.Errno;
import dev.unhang.linux.ffi.Libc;
import dev.unhang.linux.ffi.SystemCall;
import dev.unhang.model.error.CannotChange;
import dev.unhang.model.host.Clocks;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/// The lock under which Proxmox VE's GUI and its pinning tool write interfaces files. It is one of
/// flock(2); the locks of Java are those of fcntl(2), and the two don't see each other.
///
/// Proxmox VE: PVE/API2/Network.pm and PVE/CLI/pve_network_interface_pinning.pm, lock_file() on
/// this name, with 10 s. Man: flock(2)
public final class InterfacesLock implements AutoCloseable {
  /// The file that is locked.
  public static final Path FILE = Path.of("/etc/network/.pve-interfaces.lock");

  /// What only a host with Proxmox VE has.
  private static final Path PROXMOX = Path.of("/usr/share/perl5/PVE/API2/Network.pm");

  private static final Set<Path> GUARDED =
      Set.of(Path.of("/etc/network/interfaces"), Path.of("/etc/network/interfaces.new"));

  /// As long as Proxmox VE itself waits.
  private static final Duration WITHIN = Duration.ofSeconds(10);

  private static final Duration TRY_EVERY = Duration.ofMillis(100);

  private static final long AT_FDCWD = -100;

  /// `O_WRONLY | O_APPEND | O_CLOEXEC`, include/uapi/asm-generic/fcntl.h
  private static final long O_WRONLY_APPEND_CLOEXEC = 1 | 02000 | 02000000;

  private static final String OWNER_WRITES = "rw-r--r--";

  /// `LOCK_EX | LOCK_NB`, include/uapi/asm-generic/fcntl.h
  private static final long LOCK_EX_NB = 2 | 4;

  private final long descriptor;

  private InterfacesLock(long descriptor) {
    this.descriptor = descriptor;
  }

  /// Takes it where a file is written that Proxmox VE writes too; empty for any other file, and on
  /// any other host. Throws CannotChange where another program holds it for too long.
  public static Optional<InterfacesLock> forWriting(Path file, Clocks clocks) {
    return GUARDED.contains(file) && (Files.exists(FILE) || Files.exists(PROXMOX))
        ? Optional.of(take(FILE, WITHIN, clocks))
        : Optional.empty();
  }

  /// Takes a lock. Throws CannotChange where another has it for longer than that.
  static InterfacesLock take(Path file, Duration within, Clocks clocks) {
    long descriptor = open(file);
    InterfacesLock lock = new InterfacesLock(descriptor);
    Duration end = clocks.monotonic().plus(within);
    long answer = Libc.call(SystemCall.FLOCK, descriptor, LOCK_EX_NB);
    while (answer == -Errno.EAGAIN.number() && clocks.monotonic().compareTo(end) < 0) {
      clocks.pause(TRY_EVERY);
      answer = Libc.call(SystemCall.FLOCK, descriptor, LOCK_EX_NB);
    }
    if (answer < 0) {
      lock.close();
      throw refused(file, answer);
    }
    return lock;
  }

  private static long open(Path file) {
    try {
      Descriptor.create(file, OWNER_WRITES).close();
    } catch (IOException there) {
      // Proxmox VE has made it before, or why it can't be made shows now.
    }
    try (Arena arena = Arena.ofConfined()) {
      long descriptor =
          Libc.call(
              SystemCall.OPENAT,
              AT_FDCWD,
              arena.allocateFrom(file.toString(), StandardCharsets.UTF_8).address(),
              O_WRONLY_APPEND_CLOEXEC);
      if (descriptor < 0) {
        throw refused(file, descriptor);
      }
      return descriptor;
    }
  }

  private static CannotChange refused(Path file, long answer) {
    return answer == -Errno.EAGAIN.number()
        ? new CannotChange(
            "write to the network configuration",
            file.toString(),
            "Proxmox VE is writing to it, and did not end",
            "close what edits the network there, then try again; 'fuser " + file + "' shows who")
        : new CannotChange(
            "lock",
            file.toString(),
            "the kernel answered " + Errno.nameOf((int) -answer),
            "look at that file");
  }

  @Override
  public void close() {
    Libc.call(SystemCall.CLOSE, descriptor);
  }
}

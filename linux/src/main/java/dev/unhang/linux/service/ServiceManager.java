package dev.unhang.linux.service;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import dev.unhang.linux.ffi.Libc;
import dev.unhang.linux.ffi.SystemCall;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// The service manager that started this process, where one did: it is told when the service is
/// ready, and that it is alive. What it does not hear is no trouble of the service's.
///
/// Man: sd_notify(3), sd_watchdog_enabled(3), unix(7)
public final class ServiceManager {
  private static final short AF_UNIX = 1;
  private static final long DATAGRAM_CLOSED_ON_EXEC = 2 | 0x80000;

  /// `struct sockaddr_un { sa_family_t family; char path[108]; };`
  private static final int PATH_BYTES = 108;

  private static final int MAX_DIGITS = 15;

  private final Optional<byte[]> socket;
  private final Optional<Duration> watchdog;

  private ServiceManager(Optional<byte[]> socket, Optional<Duration> watchdog) {
    this.socket = socket;
    this.watchdog = watchdog;
  }

  /// The one that the environment names.
  public static ServiceManager of(Map<String, String> environment) {
    return new ServiceManager(
        Optional.ofNullable(environment.get("NOTIFY_SOCKET")).flatMap(ServiceManager::address),
        Optional.ofNullable(environment.get("WATCHDOG_USEC"))
            .filter(text -> text.length() <= MAX_DIGITS && text.matches("[1-9]\\d*"))
            .map(text -> Duration.ofNanos(Long.parseLong(text) * 1000)));
  }

  /// One that begins with `@` is in the abstract namespace, where a NUL begins the name.
  private static Optional<byte[]> address(String name) {
    byte[] path = name.getBytes(StandardCharsets.UTF_8);
    boolean isAbstract = name.startsWith("@");
    if (!isAbstract && !name.startsWith("/") || path.length >= PATH_BYTES) {
      return Optional.empty();
    }
    if (isAbstract) {
      path[0] = 0;
    }
    ByteBuffer address = ByteBuffer.allocate(Short.BYTES + path.length + (isAbstract ? 0 : 1));
    address.order(ByteOrder.nativeOrder()).putShort(AF_UNIX).put(path);
    return Optional.of(address.array());
  }

  /// How long the service may be silent; empty where no manager waits for it.
  public Optional<Duration> watchdog() {
    return watchdog;
  }

  /// The service works from now on.
  public void ready(String status) {
    send("READY=1\nSTATUS=" + status);
  }

  /// It is alive.
  public void alive() {
    send("WATCHDOG=1");
  }

  /// It ends.
  public void stopping() {
    send("STOPPING=1");
  }

  private void send(String message) {
    if (socket.isEmpty()) {
      return;
    }
    long descriptor = Libc.call(SystemCall.SOCKET, AF_UNIX, DATAGRAM_CLOSED_ON_EXEC, 0);
    if (descriptor < 0) {
      return;
    }
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment to = arena.allocateFrom(JAVA_BYTE, socket.get());
      MemorySegment bytes = arena.allocateFrom(JAVA_BYTE, message.getBytes(StandardCharsets.UTF_8));
      Libc.call(
          SystemCall.SENDTO,
          descriptor,
          bytes.address(),
          bytes.byteSize(),
          0,
          to.address(),
          to.byteSize());
    } finally {
      Libc.call(SystemCall.CLOSE, descriptor);
    }
  }
}

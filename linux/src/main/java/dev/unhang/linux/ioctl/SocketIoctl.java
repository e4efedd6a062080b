package dev.unhang.linux.ioctl;

import static dev.unhang.linux.ffi.Layouts.IFREQ;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.unhang.linux.ffi.Layouts;
import dev.unhang.linux.netlink.KernelRefusal;
import dev.unhang.linux.netlink.NetlinkSocket;
import dev.unhang.model.id.InterfaceName;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;

/// ioctls over a socket of their own.
public final class SocketIoctl implements EthtoolIoctl {
  /// `SIOCETHTOOL`.
  private static final int REQUEST = 0x8946;

  /// Structs hold 64-bit numbers.
  private static final int ALIGNMENT = 8;

  private final NetlinkSocket socket;

  private SocketIoctl(NetlinkSocket socket) {
    this.socket = socket;
  }

  /// Opens the socket. Needs no privilege.
  public static SocketIoctl open() throws KernelRefusal {
    return new SocketIoctl(NetlinkSocket.open(NetlinkSocket.Protocol.GENERIC));
  }

  @Override
  public byte[] call(String name, InterfaceName nic, byte[] command) throws KernelRefusal {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment struct = arena.allocate(command.length, ALIGNMENT);
      MemorySegment.copy(command, 0, struct, JAVA_BYTE, 0, command.length);
      MemorySegment request = arena.allocate(IFREQ);
      byte[] text = nic.value().getBytes(StandardCharsets.UTF_8);
      MemorySegment.copy(text, 0, request, JAVA_BYTE, 0, text.length);
      request.set(JAVA_LONG, Layouts.offset(IFREQ, "ifr_data"), struct.address());
      socket.ioctl(name, REQUEST, request);
      return struct.toArray(JAVA_BYTE);
    }
  }

  @Override
  public void close() {
    socket.close();
  }
}

package dev.unhang.linux.ioctl;

import static dev.unhang.linux.ffi.Layouts.ETHTOOL_DRVINFO;
import static dev.unhang.linux.ffi.Layouts.IFREQ;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.unhang.linux.ffi.Layouts;
import dev.unhang.linux.netlink.KernelRefusal;
import dev.unhang.linux.netlink.NetlinkSocket;
import dev.unhang.model.facts.DriverInfo;
import dev.unhang.model.name.InterfaceName;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;

/// Which driver runs an interface, and its firmware. Needs no privilege.
///
/// Kernel: net/ethtool/ioctl.c, ethtool_get_drvinfo() (v6.1)
public final class DriverInfoQuery {
  /// `SIOCETHTOOL`.
  private static final int REQUEST = 0x8946;

  /// `ETHTOOL_GDRVINFO`.
  private static final int COMMAND = 3;

  private DriverInfoQuery() {}

  /// Asks, over a socket of its own.
  public static DriverInfo ask(InterfaceName nic) throws KernelRefusal {
    try (NetlinkSocket socket = NetlinkSocket.open(NetlinkSocket.Protocol.GENERIC);
        Arena arena = Arena.ofConfined()) {
      MemorySegment answer = arena.allocate(ETHTOOL_DRVINFO);
      answer.set(JAVA_INT, Layouts.offset(ETHTOOL_DRVINFO, "cmd"), COMMAND);
      MemorySegment request = arena.allocate(IFREQ);
      byte[] name = nic.value().getBytes(StandardCharsets.UTF_8);
      MemorySegment.copy(name, 0, request, JAVA_BYTE, 0, name.length);
      request.set(JAVA_LONG, Layouts.offset(IFREQ, "ifr_data"), answer.address());
      socket.ioctl("ETHTOOL_GDRVINFO", REQUEST, request);
      return read(answer.toArray(JAVA_BYTE));
    }
  }

  /// Takes the struct apart.
  static DriverInfo read(byte[] answer) {
    return new DriverInfo(
        text(answer, "driver"),
        text(answer, "version"),
        text(answer, "fw_version"),
        text(answer, "bus_info"));
  }

  /// A field's text up to its first NUL. A driver that fills the field whole leaves none.
  private static String text(byte[] answer, String field) {
    int start = Layouts.offset(ETHTOOL_DRVINFO, field);
    int limit = start + Layouts.length(ETHTOOL_DRVINFO, field);
    int end = start;
    while (end < limit && answer[end] != 0) {
      end++;
    }
    return new String(answer, start, end - start, StandardCharsets.UTF_8);
  }
}

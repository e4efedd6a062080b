package dev.unhang.linux.ioctl;

import static dev.unhang.linux.ffi.Layouts.ETHTOOL_DRVINFO;

import dev.unhang.linux.ffi.Layouts;
import dev.unhang.linux.netlink.KernelRefusal;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.net.DriverInfo;

/// Which driver runs an interface, and its firmware. Needs no privilege.
///
/// Kernel: net/ethtool/ioctl.c, ethtool_get_drvinfo() (v6.1)
public final class DriverInfoQuery {
  /// `ETHTOOL_GDRVINFO`.
  private static final int COMMAND = 3;

  private DriverInfoQuery() {}

  /// Asks.
  public static DriverInfo ask(EthtoolIoctl ioctl, InterfaceName nic) throws KernelRefusal {
    byte[] command = Struct.command(COMMAND, Math.toIntExact(ETHTOOL_DRVINFO.byteSize()));
    byte[] answer = ioctl.call("ETHTOOL_GDRVINFO", nic, command);
    return new DriverInfo(
        text(answer, "driver"),
        text(answer, "version"),
        text(answer, "fw_version"),
        text(answer, "bus_info"));
  }

  private static String text(byte[] answer, String field) {
    return Text.upToNul(
        answer, Layouts.offset(ETHTOOL_DRVINFO, field), Layouts.length(ETHTOOL_DRVINFO, field));
  }
}

package dev.unhang.linux.ioctl;

import dev.unhang.linux.netlink.BrokenAnswer;
import dev.unhang.linux.netlink.KernelFailure;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.net.RegisterDump;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// A NIC's registers. Needs CAP_NET_ADMIN. A driver may read the PHY for it, which takes some
/// milliseconds.
///
/// Kernel: net/ethtool/ioctl.c, ethtool_get_regs() (v6.1)
public final class RegistersQuery {
  /// `ETHTOOL_GREGS`: `struct ethtool_regs { __u32 cmd, version, len; __u8 data[]; };`
  static final int COMMAND = 4;

  private static final int VERSION_AT = 4;
  private static final int LENGTH_AT = 8;
  private static final int DATA_AT = 12;

  /// The kernel writes no more than it is given room for; igb's take 2,956 bytes.
  static final int MAX_BYTES = 8192;

  private RegistersQuery() {}

  /// Asks.
  public static RegisterDump ask(EthtoolIoctl ioctl, InterfaceName nic) throws KernelFailure {
    byte[] command = Struct.command(COMMAND, DATA_AT + MAX_BYTES);
    Struct.of(command).putInt(LENGTH_AT, MAX_BYTES);
    ByteBuffer answer = Struct.of(ioctl.call("ETHTOOL_GREGS", nic, command));
    int length = answer.getInt(LENGTH_AT);
    if (length < 0 || length > MAX_BYTES) {
      throw new BrokenAnswer(Integer.toUnsignedString(length) + " bytes of registers");
    }
    List<Integer> words = new ArrayList<>();
    for (int at = 0; at + Integer.BYTES <= length; at += Integer.BYTES) {
      words.add(answer.getInt(DATA_AT + at));
    }
    return new RegisterDump(answer.getInt(VERSION_AT), words);
  }
}

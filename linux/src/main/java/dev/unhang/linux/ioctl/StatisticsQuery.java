package dev.unhang.linux.ioctl;

import dev.unhang.linux.netlink.BrokenAnswer;
import dev.unhang.linux.netlink.KernelFailure;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.net.Counter;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// A driver's own counters, by its own names. Needs no privilege. Netlink has only those that IEEE
/// 802.3 and RMON define, which few drivers fill.
///
/// Kernel: net/ethtool/ioctl.c, ethtool_get_sset_info(), ethtool_get_strings(), ethtool_get_stats()
/// (v6.1)
public final class StatisticsQuery {
  /// `ETHTOOL_GSTRINGS`: `struct ethtool_gstrings { __u32 cmd, string_set, len; __u8 data[][32];
  /// };`
  static final int GET_STRINGS = 0x1b;

  /// `ETHTOOL_GSTATS`: `struct ethtool_stats { __u32 cmd, n_stats; __u64 data[]; };`
  static final int GET_STATS = 0x1d;

  /// `ETHTOOL_GSSET_INFO`: `struct ethtool_sset_info { __u32 cmd, reserved; __u64 sset_mask; __u32
  /// data[]; };`
  static final int GET_SET_INFO = 0x37;

  /// `ETH_SS_STATS`.
  private static final int STATS = 1;

  private static final int SET_MASK_AT = 8;
  private static final int SET_COUNT_AT = 16;
  private static final int SET_BYTES = 20;

  private static final int STRINGS_SET_AT = 4;
  private static final int STRINGS_COUNT_AT = 8;
  private static final int STRINGS_AT = 12;

  /// `ETH_GSTRING_LEN`.
  private static final int STRING_BYTES = 32;

  private static final int STATS_COUNT_AT = 4;
  private static final int STATS_AT = 8;

  /// Network processors with a hundred queues have some 4,000 counters.
  static final int MAX = 1 << 14;

  private StatisticsQuery() {}

  /// Asks how many, for their names, and for their values.
  public static List<Counter> ask(EthtoolIoctl ioctl, InterfaceName nic) throws KernelFailure {
    int count = count(ioctl, nic);
    // The kernel writes as many as there are by then, and more queues mean more counters.
    int room = 2 * count + 256;
    List<String> names = names(ioctl, nic, count, room);
    byte[] command = Struct.command(GET_STATS, STATS_AT + room * Long.BYTES);
    Struct.of(command).putInt(STATS_COUNT_AT, count);
    ByteBuffer answer = Struct.of(ioctl.call("ETHTOOL_GSTATS", nic, command));
    if (answer.getInt(STATS_COUNT_AT) != names.size()) {
      throw new BrokenAnswer(
          names.size() + " names for " + answer.getInt(STATS_COUNT_AT) + " counters");
    }
    List<Counter> counters = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      counters.add(new Counter(names.get(i), answer.getLong(STATS_AT + i * Long.BYTES)));
    }
    return counters;
  }

  /// 0 also where the driver has no such set: the next question is refused then.
  private static int count(EthtoolIoctl ioctl, InterfaceName nic) throws KernelFailure {
    byte[] command = Struct.command(GET_SET_INFO, SET_BYTES);
    Struct.of(command).putLong(SET_MASK_AT, 1L << STATS);
    ByteBuffer answer = Struct.of(ioctl.call("ETHTOOL_GSSET_INFO", nic, command));
    return answer.getLong(SET_MASK_AT) == 0 ? 0 : checked(answer.getInt(SET_COUNT_AT));
  }

  private static List<String> names(EthtoolIoctl ioctl, InterfaceName nic, int count, int room)
      throws KernelFailure {
    byte[] command = Struct.command(GET_STRINGS, STRINGS_AT + room * STRING_BYTES);
    Struct.of(command).putInt(STRINGS_SET_AT, STATS).putInt(STRINGS_COUNT_AT, count);
    byte[] answer = ioctl.call("ETHTOOL_GSTRINGS", nic, command);
    int told = checked(Struct.of(answer).getInt(STRINGS_COUNT_AT));
    if (told > room) {
      throw new BrokenAnswer("the driver's counters change too fast");
    }
    List<String> names = new ArrayList<>();
    for (int i = 0; i < told; i++) {
      names.add(Text.upToNul(answer, STRINGS_AT + i * STRING_BYTES, STRING_BYTES));
    }
    return names;
  }

  private static int checked(int count) throws BrokenAnswer {
    if (count < 0 || count > MAX) {
      throw new BrokenAnswer("a driver with " + Integer.toUnsignedString(count) + " counters");
    }
    return count;
  }
}

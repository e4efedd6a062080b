package dev.unhang.hosts.survey;

import dev.unhang.model.net.RegisterDump;
import dev.unhang.model.net.TxRegisters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Where a driver puts the registers of its transmit unit when it is asked for all.
///
/// Kernel: drivers/net/ethernet/intel/e1000e/ethtool.c, e1000_get_regs();
/// drivers/net/ethernet/intel/e1000/e1000_ethtool.c, e1000_get_regs();
/// drivers/net/ethernet/intel/igb/igb_ethtool.c, igb_get_regs();
/// drivers/net/ethernet/intel/igc/igc_ethtool.c, igc_ethtool_get_regs() (v6.1)
///
/// @param version of the driver's order, the top byte of the dump's
/// @param control index of TCTL
/// @param length index of the first queue's TDLEN
/// @param head of its TDH
/// @param tail of its TDT
/// @param queues how many follow one another
public record RegisterLayout(int version, int control, int length, int head, int tail, int queues) {
  private static final Map<String, RegisterLayout> ALL =
      Map.of(
          "e1000", new RegisterLayout(1, 7, 8, 9, 10, 1),
          "e1000e", new RegisterLayout(1, 7, 8, 9, 10, 1),
          "igb", new RegisterLayout(1, 38, 219, 223, 227, 4),
          "igc", new RegisterLayout(2, 28, 156, 160, 164, 4));

  /// STATUS is the second word in all of them.
  public static final int STATUS = 1;

  private static final int VERSION_SHIFT = 24;

  /// Descriptors have 16 bytes.
  private static final int DESCRIPTOR_SHIFT = 4;

  /// A removed or dead device answers every read so.
  private static final int ALL_ONES = -1;

  /// That of a driver; empty for all but a few.
  public static Optional<RegisterLayout> of(String driver) {
    return Optional.ofNullable(ALL.get(driver));
  }

  /// The indexes of all that is read of it.
  public Set<Integer> places() {
    Set<Integer> places = new TreeSet<>(Set.of(STATUS, control));
    for (int queue = 0; queue < queues; queue++) {
      places.addAll(List.of(length + queue, head + queue, tail + queue));
    }
    return places;
  }

  /// Picks the transmit unit's registers out.
  ///
  /// @return empty where the dump is in another order, or too short
  public Optional<TxRegisters> read(RegisterDump dump) {
    List<Integer> words = dump.words();
    if (dump.version() >>> VERSION_SHIFT != version || words.size() < tail + queues) {
      return Optional.empty();
    }
    List<TxRegisters.Ring> rings = new ArrayList<>();
    for (int queue = 0; queue < queues; queue++) {
      int bytes = words.get(length + queue);
      rings.add(
          new TxRegisters.Ring(
              words.get(head + queue),
              words.get(tail + queue),
              bytes == ALL_ONES ? 0 : bytes >>> DESCRIPTOR_SHIFT));
    }
    return Optional.of(new TxRegisters(words.get(STATUS), words.get(control), rings));
  }
}

package dev.unhang.logs.episode;

import dev.unhang.model.log.HangDump;
import dev.unhang.model.log.HangDump.Field;
import dev.unhang.model.log.RingUse;
import dev.unhang.model.log.RingUse.SizeFrom;
import java.util.Optional;
import java.util.OptionalInt;

/// How full the Tx ring was, from the four indices of a report. Indices wrap at the ring's size,
/// which the report doesn't show: the smallest usual size that fits them is assumed.
///
/// Kernel: drivers/net/ethernet/intel/e1000e/netdev.c, e1000_desc_unused() (v6.1)
final class RingArithmetic {
  /// E1000_DEFAULT_TXD and the sizes people choose beyond it.
  private static final int SMALLEST = 256;

  private RingArithmetic() {}

  /// Held and unfetched descriptors; empty where an index is missing.
  static Optional<RingUse> of(HangDump dump) {
    OptionalInt head = dump.index(Field.TDH);
    OptionalInt tail = dump.index(Field.TDT);
    OptionalInt use = dump.index(Field.NEXT_TO_USE);
    OptionalInt clean = dump.index(Field.NEXT_TO_CLEAN);
    if (head.isEmpty() || tail.isEmpty() || use.isEmpty() || clean.isEmpty()) {
      return Optional.empty();
    }
    int watch = dump.index(Field.NEXT_TO_WATCH).orElse(0);
    int highest =
        Math.max(
            Math.max(Math.max(head.getAsInt(), tail.getAsInt()), watch),
            Math.max(use.getAsInt(), clean.getAsInt()));
    int size = SMALLEST;
    while (size <= highest) {
      size *= 2;
    }
    return Optional.of(
        new RingUse(
            size,
            SizeFrom.ASSUMED,
            Math.floorMod(use.getAsInt() - clean.getAsInt(), size),
            Math.floorMod(use.getAsInt() - head.getAsInt(), size)));
  }
}

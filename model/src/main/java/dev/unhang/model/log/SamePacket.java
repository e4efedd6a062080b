package dev.unhang.model.log;

import dev.unhang.model.log.HangDump.Field;
import java.util.Optional;

/// Whether two reports of one NIC tell of the same stuck packet: the oldest descriptor the driver
/// holds, and when its packet was queued, name it. What one of them doesn't show equals nothing.
///
/// Kernel: drivers/net/ethernet/intel/e1000e/netdev.c, e1000_print_hw_hang() (v6.1)
public enum SamePacket {
  /// Both show both, and they agree.
  YES,
  /// Both show one of them, or the queue, and it differs.
  NO,
  /// Nothing differs, and a key is missing: only what lies between the reports can tell.
  UNTOLD;

  private static final String QUEUE = "Tx Queue";

  /// Compares the keys of two reports.
  public static SamePacket of(HangDump one, HangDump other) {
    Optional<Boolean> clean = agree(one, other, Field.NEXT_TO_CLEAN.label());
    Optional<Boolean> queued = agree(one, other, Field.TIME_STAMP.label());
    if (!isOfSameQueue(one, other)
        || clean.equals(Optional.of(false))
        || queued.equals(Optional.of(false))) {
      return NO;
    }
    return clean.isPresent() && queued.isPresent() ? YES : UNTOLD;
  }

  /// Queues of one NIC can hang at the same time; most drivers name none.
  public static boolean isOfSameQueue(HangDump one, HangDump other) {
    return agree(one, other, QUEUE).orElse(true);
  }

  /// Whether a report shows what names its packet.
  public static boolean isNamedBy(HangDump dump) {
    return of(dump, dump) == YES;
  }

  private static Optional<Boolean> agree(HangDump one, HangDump other, String label) {
    String here = one.registers().get(label);
    String there = other.registers().get(label);
    return here == null || there == null ? Optional.empty() : Optional.of(here.equals(there));
  }
}

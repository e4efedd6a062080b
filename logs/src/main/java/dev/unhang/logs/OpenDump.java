package dev.unhang.logs;

import dev.unhang.logs.message.UnitHang;
import dev.unhang.logs.record.LogRecord;
import dev.unhang.model.log.HangDump;
import dev.unhang.model.log.KernelEvent;
import dev.unhang.model.log.LoggedNic;
import java.util.LinkedHashMap;
import java.util.Map;

/// A hang report of which more lines may come.
///
/// @param opening the record its header stands in
/// @param text the header, or the first field of a report whose header is cut off
/// @param registers fields so far
/// @param lastOrder where the last field stands in the order of printing; -1 before the first
/// @param fedAt the reader's line count when it last grew
record OpenDump(
    LogRecord opening,
    String text,
    LoggedNic nic,
    Map<String, String> registers,
    int lastOrder,
    long fedAt) {

  /// Behind the word before a finding, and two blanks more.
  private static final int QUOTED_INDENT = 16;

  static OpenDump begin(LogRecord record, String line, LoggedNic nic, long now) {
    return new OpenDump(record, line.strip(), nic, Map.of(), -1, now);
  }

  /// Whether these fields can come next: the kernel prints each once, in one order.
  boolean takes(Map<String, String> fields) {
    for (String label : fields.keySet()) {
      if (UnitHang.order(label) <= lastOrder) {
        return false;
      }
    }
    return true;
  }

  /// How many fields were passed over to get here; the likeliest owner has the fewest.
  int skipped(Map<String, String> fields) {
    return UnitHang.order(fields.keySet().iterator().next()) - lastOrder;
  }

  OpenDump with(Map<String, String> fields, long now) {
    Map<String, String> more = new LinkedHashMap<>(registers);
    more.putAll(fields);
    int last = lastOrder;
    for (String label : fields.keySet()) {
      last = Math.max(last, UnitHang.order(label));
    }
    return new OpenDump(opening, text, nic, more, last, now);
  }

  /// The last field the kernel prints is there: e1000e's, or igb's and igc's.
  ///
  /// Kernel: drivers/net/ethernet/intel/igb/igb_main.c, igb_clean_tx_irq() (v6.1)
  boolean isComplete() {
    return registers.containsKey(HangDump.Field.PCI_STATUS.label())
        || registers.containsKey("desc.status");
  }

  /// Whether it is a line that doctor quotes below a finding, in a screen that was saved: no field
  /// follows, no stamp precedes, and it is set in as no log is.
  boolean isQuoted() {
    String line = opening.lines().getFirst();
    return registers.isEmpty()
        && opening.border() == LogRecord.Border.UNKNOWN
        && line.length() - line.stripLeading().length() >= QUOTED_INDENT;
  }

  KernelEvent.HangReported event() {
    return new KernelEvent.HangReported(
        opening.boot(),
        opening.at(),
        opening.place(),
        text,
        nic,
        new HangDump(new LinkedHashMap<>(registers)));
  }
}

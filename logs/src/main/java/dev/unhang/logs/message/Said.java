package dev.unhang.logs.message;

import dev.unhang.logs.record.LogRecord;
import dev.unhang.model.log.Fault;
import dev.unhang.model.log.KernelEvent;
import dev.unhang.model.log.LoggedNic;

/// Events as their lines bear them: with the record's boot, time and place.
final class Said {
  private Said() {}

  /// What went wrong with a NIC.
  static KernelEvent fault(LogRecord record, String line, LoggedNic nic, Fault fault) {
    return new KernelEvent.FaultReported(
        record.boot(), record.at(), record.place(), line.strip(), nic, fault);
  }
}

package dev.unhang.logs.message;

import dev.unhang.logs.record.LogRecord;
import dev.unhang.model.log.Fault;
import dev.unhang.model.log.KernelEvent;
import dev.unhang.model.log.LoggedNic;
import java.util.Optional;

/// Fixed words that a network driver prints behind its prefix.
///
/// @param words how the message begins
record FaultWords(String words, Fault fault) {

  /// The event of a line whose message begins so; empty where the words stand elsewhere, or behind
  /// something that is no network driver's prefix.
  Optional<KernelEvent> in(LogRecord record, String line) {
    int at = line.indexOf(words);
    return at <= 0
        ? Optional.empty()
        : NicPrefix.parse(line.substring(0, at))
            .filter(FaultWords::isNetworkDrivers)
            .map(nic -> event(record, line, nic, fault));
  }

  static boolean isNetworkDrivers(LoggedNic nic) {
    return nic.driver().filter(Drivers::isKnown).isPresent();
  }

  static KernelEvent event(LogRecord record, String line, LoggedNic nic, Fault fault) {
    return new KernelEvent.FaultReported(
        record.boot(), record.at(), record.place(), line.strip(), nic, fault);
  }

  /// The first of several that fits.
  static Optional<KernelEvent> first(Iterable<FaultWords> all, LogRecord record, String line) {
    for (FaultWords each : all) {
      Optional<KernelEvent> event = each.in(record, line);
      if (event.isPresent()) {
        return event;
      }
    }
    return Optional.empty();
  }
}

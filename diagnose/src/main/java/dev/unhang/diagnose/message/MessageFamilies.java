package dev.unhang.diagnose.message;

import dev.unhang.diagnose.log.LogRecord;
import dev.unhang.model.facts.KernelEvent;
import java.util.List;
import java.util.Optional;

/// All families whose events are one line long, in the order they are asked. Hang reports, which
/// span lines, are [UnitHang].
public final class MessageFamilies {
  private static final List<MessageFamily> ALL =
      List.of(new NetdevWatchdog(), new ResetMessages(), new LinkMessages(), new BootMessages());

  private MessageFamilies() {}

  /// The event of a line.
  public static Optional<KernelEvent> read(LogRecord record, String line) {
    for (MessageFamily family : ALL) {
      Optional<KernelEvent> event = family.read(record, line);
      if (event.isPresent()) {
        return event;
      }
    }
    return Optional.empty();
  }
}

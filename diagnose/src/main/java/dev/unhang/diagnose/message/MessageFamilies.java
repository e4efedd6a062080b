package dev.unhang.diagnose.message;

import dev.unhang.diagnose.log.LogRecord;
import dev.unhang.model.facts.KernelEvent;
import java.util.List;
import java.util.Optional;

/// All families whose events are one line long, in the order they are asked. Hang reports, which
/// span lines, are [UnitHang].
public final class MessageFamilies {
  /// Only the kernel may say these: any program can log the same words.
  private static final List<MessageFamily> KERNELS =
      List.of(new NetdevWatchdog(), new ResetMessages(), new LinkMessages());

  private static final MessageFamily BOOT = new BootMessages();

  private MessageFamilies() {}

  /// The event of a line.
  public static Optional<KernelEvent> read(LogRecord record, String line) {
    if (!record.isKernels()) {
      return BOOT.read(record, line);
    }
    for (MessageFamily family : KERNELS) {
      Optional<KernelEvent> event = family.read(record, line);
      if (event.isPresent()) {
        return event;
      }
    }
    return BOOT.read(record, line);
  }
}

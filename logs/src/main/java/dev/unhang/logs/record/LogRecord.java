package dev.unhang.logs.record;

import dev.unhang.model.evidence.Place;
import dev.unhang.model.id.BootId;
import dev.unhang.model.log.LogStamp;
import java.util.List;
import java.util.Optional;

/// One record of a kernel log, or the one line of it that a text log could keep apart.
///
/// @param lines the message without what was peeled off; several only where the log keeps records
/// @param border what is known of where the record begins
/// @param identifier who wrote it, `kernel` or `systemd-shutdown`; empty where the log doesn't say
/// @param device the record's own dictionary, `+pci:0000:00:19.0`; empty where there is none
public record LogRecord(
    Optional<BootId> boot,
    LogStamp at,
    Place place,
    List<String> lines,
    Border border,
    Optional<String> identifier,
    Optional<String> device) {
  public LogRecord {
    lines = List.copyOf(lines);
  }

  /// What is known of where a record begins. An unprivileged user can put newlines and any text
  /// into a genuine kernel record, so only a record's first line is the kernel's own word.
  public enum Border {
    /// The log keeps records: the first line begins at the record's first byte.
    KEPT,
    /// A line of text with a stamp of its own.
    STAMPED,
    /// A line of text without a stamp among lines that have one: it continues the line before.
    CONTINUES,
    /// The log has no stamps at all.
    UNKNOWN
  }

  /// Whether the kernel wrote it, or at least no other writer is named.
  public boolean isKernels() {
    return identifier.isEmpty() || identifier.get().equals("kernel");
  }
}

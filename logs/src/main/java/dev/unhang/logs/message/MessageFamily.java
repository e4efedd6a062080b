package dev.unhang.logs.message;

import dev.unhang.logs.record.LogRecord;
import dev.unhang.model.log.KernelEvent;
import java.util.List;
import java.util.Optional;

/// Messages that mean one kind of event.
public interface MessageFamily {
  /// Words of which every message of this family has at least one, in ASCII, of 7 bytes or more: in
  /// bulk logs only lines with such words are read.
  List<String> words();

  /// The event a line stands for; empty where it is no message of this family.
  ///
  /// @param record the record the line is in: its time, place and writer
  /// @param line one of the record's lines
  Optional<KernelEvent> read(LogRecord record, String line);
}

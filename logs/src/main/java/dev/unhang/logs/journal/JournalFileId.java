package dev.unhang.logs.journal;

import dev.unhang.model.evidence.Origin;
import dev.unhang.model.host.ByteSource;
import java.util.Optional;

/// The id that a journal file got when it was made and keeps when it is renamed.
///
/// Doc: src/libsystemd/sd-journal/journal-def.h, `file_id` (v252)
///
/// @param first half of it
/// @param second half
public record JournalFileId(long first, long second) {
  /// The id of a file; empty where it is no journal, or none yet.
  public static Optional<JournalFileId> of(ByteSource bytes) {
    return JournalFile.open(new Origin("a journal"), bytes).file().map(JournalFileId::of);
  }

  static JournalFileId of(JournalFile file) {
    return new JournalFileId(file.header().keyFirst(), file.header().keySecond());
  }
}

package dev.unhang.logs.form;

import dev.unhang.logs.bulk.Block;
import dev.unhang.model.evidence.Trouble;
import java.util.List;
import java.util.function.BooleanSupplier;

/// Turns the bytes of one log, fed in chunks of any size, into records. The records don't depend on
/// how the bytes were cut.
public interface RecordSource {
  /// Takes the next bytes and hands out the records they complete.
  void accept(byte[] chunk, int offset, int length);

  /// Whether lines that can't matter may be passed over.
  default boolean takesBlocks() {
    return false;
  }

  /// Whether a block must begin where the one before ended, be it within a line, and keep every
  /// byte: values may be of any length, and hold what looks like the end of a line.
  default boolean needsEveryByte() {
    return false;
  }

  /// Takes the next block of a bulk log: whole lines, or else every byte.
  ///
  /// @param expectsMore whether what was read so far needs the lines behind it
  default void accept(Block block, BooleanSupplier expectsMore) {
    accept(block.bytes(), block.from(), block.to() - block.from());
  }

  /// What came so far ends with a whole record: whoever follows a log says so, or its last record
  /// would wait for the next one.
  default void recordEnds() {}

  /// No more bytes will come.
  void finish();

  /// Layers recognised, outermost first.
  List<String> dialect();

  /// Damage met, bounded.
  List<Trouble> troubles();
}

package dev.unhang.logs.journal;

/// Entries of one file in their order, of which one at a time is looked at.
interface OrderedEntries {
  /// Goes on to the next entry.
  ///
  /// @return whether there is one
  boolean advance();

  /// The key of the entry that is looked at.
  EntryKey key();
}

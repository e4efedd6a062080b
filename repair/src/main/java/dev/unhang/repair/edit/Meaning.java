package dev.unhang.repair.edit;

import dev.unhang.model.evidence.Content;
import dev.unhang.model.host.FileEdit;

/// Finds the lines of an edit by what they say, in a file that was written again since. A kind of
/// document a file; [Meanings] tells which is which.
interface Meaning {
  /// The file without what the edit did.
  ///
  /// Throws CannotChange where that can't be told from what others wrote.
  Taken takeOut(FileEdit edit, Content now);
}

package dev.unhang.repair.edit;

import dev.unhang.config.interfaces.InterfacesDocument;

/// How an edit ended.
public sealed interface EditResult {
  /// The document, changed in nothing but the edit's own lines.
  record Edited(InterfacesDocument document) implements EditResult {}

  /// It already is as wished.
  record Unchanged(String why) implements EditResult {}

  /// It can't be done without risking what else stands there.
  record Refused(String why, String mend) implements EditResult {}
}

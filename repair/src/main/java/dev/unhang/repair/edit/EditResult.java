package dev.unhang.repair.edit;

/// How an edit ended.
///
/// @param <D> the kind of document
public sealed interface EditResult<D> {
  /// The document, changed in nothing but the edit's own lines.
  record Edited<D>(D document) implements EditResult<D> {}

  /// It is already set that way.
  record Unchanged<D>(String why) implements EditResult<D> {}

  /// It can't be done without risking what else stands there.
  record Refused<D>(String why, String hint) implements EditResult<D> {}
}

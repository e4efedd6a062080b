package dev.unhang.model.host;

import dev.unhang.model.evidence.Content;

/// What is made at a path where nothing was, and taken away again.
public sealed interface Entry {
  /// A file of root's that all may read.
  record NewFile(Content content) implements Entry {}

  /// A folder. It is taken away only while nothing is in it.
  record Folder() implements Entry {}

  /// A symbolic link.
  ///
  /// @param target as it is written in the link
  record Link(String target) implements Entry {}
}

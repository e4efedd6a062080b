package dev.unhang.model.host;

import dev.unhang.model.evidence.Content;

/// A file's bytes before and after. It is only carried out while the file still holds `before`.
public record FileEdit(HostPath path, Content before, Content after) {
  /// The edit that takes this one back.
  public FileEdit inverse() {
    return new FileEdit(path, after, before);
  }
}

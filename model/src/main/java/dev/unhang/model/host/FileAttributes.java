package dev.unhang.model.host;

import java.util.Optional;

/// What kind of thing a path names.
///
/// @param size bytes; 0 for pseudo-files, whatever they hold
/// @param executable whether anyone may execute it
/// @param mode the nine bits of who may read, write and execute it; empty where they were not read
public record FileAttributes(Kind kind, long size, boolean executable, Optional<Integer> mode) {
  /// Without its mode.
  public FileAttributes(Kind kind, long size, boolean executable) {
    this(kind, size, executable, Optional.empty());
  }

  /// Whether its group or everybody may do something with it, as far as that is known.
  public boolean isOpenToOthers() {
    return mode.filter(bits -> (bits & 0_077) != 0).isPresent();
  }

  /// The kinds that matter here.
  public enum Kind {
    FILE,
    DIRECTORY,
    LINK,
    OTHER
  }
}

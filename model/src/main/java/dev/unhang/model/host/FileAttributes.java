package dev.unhang.model.host;

/// What kind of thing a path names.
///
/// @param size bytes; 0 for pseudo-files, whatever they hold
/// @param executable whether somebody may execute it
public record FileAttributes(Kind kind, long size, boolean executable) {
  /// The kinds that matter here.
  public enum Kind {
    FILE,
    DIRECTORY,
    LINK,
    OTHER
  }
}

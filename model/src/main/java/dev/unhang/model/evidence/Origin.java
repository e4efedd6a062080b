package dev.unhang.model.evidence;

/// Where bytes came from, in the words a person would use to get them again: a file's path, a
/// command line, `-` for standard input.
public record Origin(String name) {
  @Override
  public String toString() {
    return name;
  }
}

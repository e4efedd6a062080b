package dev.unhang.model.id;

/// The name of a source of evidence, apart from the ways to get it: a rule that lacks one says
/// which.
///
/// @param value lower-case words joined by dashes
public record SourceId(String value) implements Comparable<SourceId> {
  public SourceId {
    if (!value.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException("not a source id: " + value);
    }
  }

  @Override
  public int compareTo(SourceId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}

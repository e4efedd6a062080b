package dev.unhang.model.id;

/// A repair step's stable id, as 'unhang explain' takes it.
///
/// @param value lower-case words joined by dashes
public record StepId(String value) implements Comparable<StepId> {
  public StepId {
    if (!value.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException("not a step id: " + value);
    }
  }

  @Override
  public int compareTo(StepId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}

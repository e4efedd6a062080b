package dev.unhang.model.id;

/// A rule's stable id, the kebab form of its class name. It never changes and is never reused: it
/// is in JSON, docs, tests and addresses.
///
/// @param value lower-case words joined by dashes
public record RuleId(String value) implements Comparable<RuleId> {
  public RuleId {
    if (!value.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException("not a rule id: " + value);
    }
  }

  @Override
  public int compareTo(RuleId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}

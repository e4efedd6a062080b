package dev.unhang.model.host;

/// An absolute path on the examined host, which need not be the machine unhang runs on.
public record HostPath(String value) implements Comparable<HostPath> {
  public HostPath {
    if (!value.startsWith("/") || value.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("not an absolute path: " + value);
    }
  }

  /// A path below this one.
  public HostPath resolve(String child) {
    return new HostPath(value.equals("/") ? "/" + child : value + "/" + child);
  }

  @Override
  public int compareTo(HostPath other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}

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

  /// Where a file's new content is written before it takes this path's place: `.NAME.unhang-new`.
  /// What is found there was left by a run that was killed.
  public HostPath beside() {
    int name = value.lastIndexOf('/') + 1;
    return new HostPath(value.substring(0, name) + "." + value.substring(name) + ".unhang-new");
  }

  // Written out, as hashCode: a record's own is linked when first called, which costs a start 20
  // ms.
  @Override
  public boolean equals(Object other) {
    return other instanceof HostPath same && value.equals(same.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
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

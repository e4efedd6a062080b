package dev.unhang.model.topology;

/// What says that something is so.
public enum Basis {
  /// The running kernel.
  LIVE("live"),
  /// A file that is to make it so.
  CONFIGURED("configured"),
  /// Both, and they agree.
  BOTH("live and configured");

  private final String word;

  Basis(String word) {
    this.word = word;
  }

  /// As shown to a person.
  public String word() {
    return word;
  }

  /// Both where each says it.
  public Basis and(Basis other) {
    return this == other ? this : BOTH;
  }
}

package dev.unhang.model.evidence;

/// Why something was not read. Absent is never the same as empty or zero.
public enum WhyAbsent {
  /// This kernel, device or machine does not offer it.
  NOT_OFFERED("not offered"),
  /// It is there, but the reader may not read it.
  DENIED("denied"),
  /// It was not collected: a report without that file, a log without that line.
  NOT_COLLECTED("not read");

  private final String word;

  WhyAbsent(String word) {
    this.word = word;
  }

  /// As shown to a person.
  public String word() {
    return word;
  }
}

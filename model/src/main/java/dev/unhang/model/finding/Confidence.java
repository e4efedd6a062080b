package dev.unhang.model.finding;

/// How sure a diagnosis is: a word with a meaning, never a made-up number.
public enum Confidence {
  /// The driver or the kernel said so itself.
  CERTAIN("certain"),
  /// It fits, and nothing that was read speaks against it.
  LIKELY("likely"),
  /// It fits; something that would decide was not read.
  POSSIBLE("possible");

  private final String word;

  Confidence(String word) {
    this.word = word;
  }

  /// As in JSON and on screen.
  public String word() {
    return word;
  }
}

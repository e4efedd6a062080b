package dev.unhang.repair.persist;

/// What was agreed to beforehand, and what unhang doesn't do without.
public enum Consent {
  /// Lines of others that say the opposite, or the same by a name that is gone, are changed.
  TAKE_OVER("--take-over"),
  /// The interfaces file that waits to take the other one's place gets the same lines.
  BOTH_FILES("--both");

  private final String option;

  Consent(String option) {
    this.option = option;
  }

  /// The option by which a person agrees.
  public String option() {
    return option;
  }
}

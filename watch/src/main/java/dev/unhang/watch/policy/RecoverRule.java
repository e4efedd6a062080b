package dev.unhang.watch.policy;

/// Which steps of the recovery ladder the watch may do by itself.
public enum RecoverRule {
  /// None: it saves the evidence and alerts.
  OFF("off"),
  /// Those that keep the interface: nothing that sits on it has to be restored.
  MILD("mild"),
  /// All of them.
  ALL("all");

  private final String word;

  RecoverRule(String word) {
    this.word = word;
  }

  /// As the policy file has it.
  public String word() {
    return word;
  }
}

package dev.unhang.watch.policy;

/// What the watch may switch off after a hang, so that the same load does not bring it again.
public enum PreventRule {
  /// Nothing.
  OFF("off"),
  /// The running kernel's switch alone: a reboot restores the former state.
  LIVE("live"),
  /// The switch, and what sets it at every boot.
  KEEP("keep");

  private final String word;

  PreventRule(String word) {
    this.word = word;
  }

  /// As the policy file has it.
  public String word() {
    return word;
  }
}

package dev.unhang.watch.policy;

/// Whether the watch may reboot the host.
public enum RebootRule {
  /// It may not.
  NEVER("never"),
  /// Where no step that it may do has cured the NIC: at most once in 24 hours, and never in a boot
  /// that its own reboot began, never while a guest is backed up or migrated.
  LAST_RESORT("last-resort");

  private final String word;

  RebootRule(String word) {
    this.word = word;
  }

  /// As the policy file has it.
  public String word() {
    return word;
  }
}

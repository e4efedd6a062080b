package dev.unhang.repair.prove;

/// What speaks against taking a quiet time for a repair.
///
/// @param says a sentence, for a person
public record Against(Kind kind, String says) {
  /// What it is about.
  public enum Kind {
    KERNEL_CHANGED("kernel-changed"),
    KERNEL_UNKNOWN("kernel-unknown"),
    OTHER_CHANGE("other-change"),
    LINK_SPEED_CHANGED("link-speed-changed"),
    LINK_WENT_DOWN("link-went-down"),
    LOAD_FELL("load-fell"),
    LOAD_UNKNOWN("load-unknown"),
    HANGS_CLUSTER("hangs-cluster"),
    LOG_HAS_GAPS("log-has-gaps"),
    LOG_DAMAGED("log-damaged"),
    BOOT_WITHOUT_SHUTDOWN("boot-without-shutdown"),
    CARD_WAS_LOST("card-was-lost"),
    CHANGE_ON_TRIAL("change-on-trial");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /// As in JSON.
    public String word() {
      return word;
    }
  }
}

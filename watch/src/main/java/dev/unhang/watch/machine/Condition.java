package dev.unhang.watch.machine;

/// What one NIC does, as the watch sees it.
public enum Condition {
  /// Nothing shows that it stands still.
  WELL("no sign of a hang"),
  /// Something said that it stands still; the device is being looked at.
  SUSPECTED("being looked at"),
  /// The device stands still, and the watch is doing something about it.
  HUNG("hung, being recovered"),
  /// It stands still, and nothing is done until something changes.
  WAITS("hung, waiting"),
  /// It stands still, and the watch can do no more.
  GIVEN_UP("hung, nothing more to try"),
  /// There is no such interface any more.
  GONE("gone");

  private final String words;

  Condition(String words) {
    this.words = words;
  }

  /// For a person.
  public String words() {
    return words;
  }

  /// Whether it does not send.
  public boolean isHung() {
    return this == HUNG || this == WAITS || this == GIVEN_UP;
  }
}

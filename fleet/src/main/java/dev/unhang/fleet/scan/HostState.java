package dev.unhang.fleet.scan;

/// What a scan says of a host.
public enum HostState {
  /// A NIC of it hung.
  HUNG("hung"),
  /// A NIC of it is gone or dead, and no log tells of a hang.
  LOST("lost"),
  /// Its logs cover a time, were read whole, and show neither.
  CLEAN("clean"),
  /// Nothing can be said of it, or not enough.
  NOT_KNOWN("not known");

  private final String word;

  HostState(String word) {
    this.word = word;
  }

  /// As in JSON and on screen.
  public String word() {
    return word;
  }
}

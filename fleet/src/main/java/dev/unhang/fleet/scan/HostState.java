package dev.unhang.fleet.scan;

/// What a scan says of a host.
public enum HostState {
  /// A NIC of it hung.
  HUNG("hung"),
  /// Its logs cover a time, were read whole, and show no hang.
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

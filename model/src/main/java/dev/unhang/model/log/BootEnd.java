package dev.unhang.model.log;

/// How a boot ended, as far as its log shows.
public enum BootEnd {
  SHUTDOWN("clean shutdown"),
  /// The cluster's watchdog gave the host up, and another boot follows.
  FENCED("fenced by watchdog"),
  /// Another boot follows, and nothing was logged of a shutdown.
  NO_SHUTDOWN_LOGGED("no shutdown logged"),
  /// The log ends here; the boot may go on.
  LOG_ENDS("log ends here");

  private final String word;

  BootEnd(String word) {
    this.word = word;
  }

  /// As in JSON and on screen.
  public String word() {
    return word;
  }
}

package dev.unhang.watch.machine;

/// What made the watch look at a NIC.
public enum Cause {
  /// A hang report of the driver.
  HANG_REPORT("the driver reported a hang"),
  /// The core's watchdog, or the driver's own timeout.
  TIMEOUT("the kernel's transmit watchdog fired"),
  /// Counters that stood still while work waited.
  STALL("it stopped sending without a word in the log"),
  /// It was found so when the watch started.
  FOUND("it stood still when the watch started");

  private final String words;

  Cause(String words) {
    this.words = words;
  }

  /// For a person.
  public String words() {
    return words;
  }
}

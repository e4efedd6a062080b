package dev.unhang.model.evidence;

/// Where bytes came from, in the words a person would use to get them again: a file's path, a
/// command line, `-` for standard input.
public record Origin(String name) {
  private static final String RESCUE = " of the rescue system";
  private static final String ANYBODY = " (any user can write to it)";

  /// The same, asked of the system that runs on the machine now in place of the examined one.
  public Origin ofRescueSystem() {
    return new Origin(name + RESCUE);
  }

  /// Whether it is the system that runs on the machine in place of the examined one.
  public boolean isOfRescueSystem() {
    return name.endsWith(RESCUE);
  }

  /// The same of a log into which any user of the host can get any words, chosen by the program
  /// itself: what a person hands over is that person's word.
  ///
  /// Man: logger(1), "--tag"
  public Origin openToAnybody() {
    return new Origin(name + ANYBODY);
  }

  /// Whether any user of the host can get any words into it.
  public boolean isOpenToAnybody() {
    return name.endsWith(ANYBODY);
  }

  /// Whether it is a file of sysfs, or a copy of one.
  public boolean isSysfs() {
    return name.contains("/sys/");
  }

  @Override
  public String toString() {
    return name;
  }
}

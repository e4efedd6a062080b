package dev.unhang.model.evidence;

/// Where bytes came from, in the words a person would use to get them again: a file's path, a
/// command line, `-` for standard input.
public record Origin(String name) {
  private static final String RESCUE = " of the rescue system";

  /// The same, asked of the system that runs on the machine now in place of the examined one.
  public Origin ofRescueSystem() {
    return new Origin(name + RESCUE);
  }

  /// Whether it is the system that runs on the machine in place of the examined one.
  public boolean isOfRescueSystem() {
    return name.endsWith(RESCUE);
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

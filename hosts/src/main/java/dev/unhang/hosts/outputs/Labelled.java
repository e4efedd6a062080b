package dev.unhang.hosts.outputs;

import java.util.Optional;

/// A line of the form `label: value`.
///
/// @param label stripped
/// @param value stripped; may be empty
record Labelled(String label, String value) {
  /// Split at the first colon.
  static Optional<Labelled> of(String line) {
    return at(line, line.indexOf(':'));
  }

  /// Split at the last colon with a blank behind it: labels of drivers' statistics have colons of
  /// their own.
  static Optional<Labelled> atLast(String line) {
    return at(line, line.lastIndexOf(": "));
  }

  private static Optional<Labelled> at(String line, int colon) {
    return colon <= 0
        ? Optional.empty()
        : Optional.of(
            new Labelled(line.substring(0, colon).strip(), line.substring(colon + 1).strip()));
  }

  /// `on` or `off`, `yes` or `no`; empty for all else.
  Optional<Boolean> isOn() {
    return switch (value) {
      case "on", "yes" -> Optional.of(true);
      case "off", "no" -> Optional.of(false);
      default -> Optional.empty();
    };
  }
}

package dev.unhang.hosts.outputs;

import dev.unhang.model.id.InterfaceName;
import java.util.Optional;

/// First lines that name their interface.
final class Headings {
  private Headings() {}

  /// The interface in `<before> eno1:`; empty for another line.
  static Optional<InterfaceName> nic(String line, String before) {
    String words = line.strip();
    return words.startsWith(before + " ") && words.endsWith(":")
        ? InterfaceName.parse(words.substring(before.length() + 1, words.length() - 1))
        : Optional.empty();
  }
}

package dev.unhang.hosts.outputs;

import java.util.ArrayList;
import java.util.List;

/// Link modes as ethtool lists them: behind a label, and on lines below it that have none.
final class ModeList {
  private final List<String> modes = new ArrayList<>();

  /// The kernel names about a hundred.
  private static final int MAX = 256;

  /// Takes what stands on one line. `Not reported` is none.
  void add(String line) {
    if (line.equals("Not reported")) {
      return;
    }
    for (String word : line.split("\\s+")) {
      if (!word.isEmpty() && modes.size() < MAX) {
        modes.add(word);
      }
    }
  }

  /// Whether a line can be more of it.
  static boolean continues(String line) {
    String words = line.strip();
    return !words.isEmpty() && words.indexOf(':') < 0 && words.indexOf("base") > 0;
  }

  List<String> list() {
    return List.copyOf(modes);
  }
}

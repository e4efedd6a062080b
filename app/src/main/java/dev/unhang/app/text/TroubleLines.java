package dev.unhang.app.text;

import dev.unhang.model.evidence.Trouble;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Troubles as lines for the error stream: what was met often is told once, with its first and its
/// last place.
public final class TroubleLines {
  private TroubleLines() {}

  /// In the order in which each was met first. JSON has every place.
  public static List<String> of(List<Trouble> troubles) {
    Map<String, List<Trouble>> alike = new LinkedHashMap<>();
    troubles.forEach(
        trouble -> alike.computeIfAbsent(trouble.what(), what -> new ArrayList<>()).add(trouble));
    return alike.values().stream().map(TroubleLines::line).toList();
  }

  private static String line(List<Trouble> alike) {
    String first = "unhang: " + alike.getFirst().toString();
    return alike.size() == 1
        ? first
        : first
            + " (and "
            + (alike.size() - 1)
            + " more like it, the last: "
            + alike.getLast().place().toString()
            + ")";
  }
}

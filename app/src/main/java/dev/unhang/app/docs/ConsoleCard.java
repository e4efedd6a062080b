package dev.unhang.app.docs;

import java.util.List;

/// One screen of plain commands for a host without unhang: what stands between the fences of
/// docs/console-card.md.
public final class ConsoleCard {
  private static final String FENCE = "```";

  private ConsoleCard() {}

  /// At most 24 lines of at most 80 columns.
  public static List<String> lines() {
    List<String> page = Resource.text("console-card.md").orElseThrow().lines().toList();
    int begin = page.indexOf(FENCE);
    return page.subList(begin + 1, page.lastIndexOf(FENCE));
  }
}

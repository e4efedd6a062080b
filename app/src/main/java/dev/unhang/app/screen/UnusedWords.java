package dev.unhang.app.screen;

import dev.unhang.findings.words.Words;
import dev.unhang.model.evidence.Unused;
import dev.unhang.model.facts.HostFacts;
import java.util.ArrayList;
import java.util.List;

/// What was given and not used, a line each.
public final class UnusedWords {
  private static final int MOST = 6;

  private UnusedWords() {}

  /// None where all was used.
  ///
  /// @param all whether every one is named; else the first few
  public static List<String> lines(HostFacts facts, boolean all) {
    List<Unused> unused = facts.unused();
    int shown = all || unused.size() <= MOST + 1 ? unused.size() : MOST;
    List<String> lines = new ArrayList<>();
    unused.subList(0, shown).forEach(each -> lines.add(line(each)));
    if (shown < unused.size()) {
      lines.add(Words.counted(unused.size() - shown, "more piece", "more pieces") + ": see --all");
    }
    return lines;
  }

  private static String line(Unused each) {
    String place = each.place().toString();
    String what = place.equals(each.what()) ? place : each.what() + " (" + place + ")";
    return what + ": " + each.why().words();
  }
}

package dev.unhang.app.screen;

import dev.unhang.app.text.EpisodeWords;
import dev.unhang.app.text.Lines;
import dev.unhang.app.text.Table;
import dev.unhang.findings.words.Words;
import dev.unhang.model.id.BootId;
import dev.unhang.model.log.Episode;
import dev.unhang.model.log.LogCoverage;
import dev.unhang.model.log.LogFacts;
import java.util.List;

/// The boots of a log: what it covers of each, the hangs in it, and how it ended.
final class BootTable {
  /// More than a person reads: then only boots with a hang are listed.
  private static final int MAX_ROWS = 30;

  private BootTable() {}

  /// The table, and how many boots it leaves out.
  ///
  /// @param last the number of the last one: 0, or the one that was asked for
  static Lines lines(LogFacts log, int last) {
    List<LogCoverage> boots = log.covers();
    boolean all = boots.size() <= MAX_ROWS;
    Table table = new Table("boot", "hangs", "first", "last", "ended", "log covers");
    long left = 0;
    for (int i = 0; i < boots.size(); i++) {
      if (all || boots.get(i).episodes() > 0) {
        row(table, boots.get(i), last + i + 1 - boots.size(), log);
      } else {
        left++;
      }
    }
    Lines lines = new Lines().rows(table);
    if (left > 0) {
      lines.plain("and " + Words.counted(left, "boot", "boots") + " without a hang");
    }
    return lines;
  }

  /// Boots are numbered as journalctl does: 0 is the last one.
  private static void row(Table table, LogCoverage boot, int number, LogFacts log) {
    List<Episode> hangs = boot.of(log.episodes());
    table.row(
        number + boot.boot().map(BootId::value).map(id -> " " + id.substring(0, 8)).orElse(""),
        Words.count(boot.episodes()),
        hangs.isEmpty() ? "-" : EpisodeWords.when(hangs.getFirst().first()),
        hangs.isEmpty() ? "-" : EpisodeWords.when(hangs.getLast().last()),
        boot.end().word(),
        EpisodeWords.when(boot.from())
            + (boot.fromBoot() ? "" : " (cut off)")
            + " to "
            + EpisodeWords.when(boot.to()));
  }
}

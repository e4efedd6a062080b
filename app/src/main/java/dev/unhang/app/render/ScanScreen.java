package dev.unhang.app.render;

import dev.unhang.model.evidence.Reading;
import dev.unhang.model.facts.Episode;
import dev.unhang.model.facts.LogCoverage;
import dev.unhang.model.facts.LogFacts;
import dev.unhang.model.facts.StuckFor;
import dev.unhang.model.name.BootId;
import java.util.ArrayList;
import java.util.List;

/// The hangs of some logs as a table, and what the logs cover.
public final class ScanScreen {
  private final List<Reading<LogFacts>> logs;

  public ScanScreen(List<Reading<LogFacts>> logs) {
    this.logs = List.copyOf(logs);
  }

  /// The screen, without a final newline.
  public String text() {
    List<String> lines = new ArrayList<>();
    List<Episode> episodes =
        logs.stream()
            .flatMap(log -> log.known().stream())
            .flatMap(log -> log.episodes().stream())
            .toList();
    if (episodes.isEmpty()) {
      lines.add("No hang " + Coverage.words(logs));
      return String.join("\n", lines);
    }
    Table table =
        new Table("NIC", "boot", "first report", "last report", "reports", "stuck", "end");
    for (Episode episode : episodes) {
      table.row(
          Escape.terminal(episode.nic().described()),
          episode.boot().map(BootId::value).map(id -> id.substring(0, 8)).orElse("-"),
          (episode.firstIsAt() ? "" : "<= ") + EpisodeWords.when(episode.first()),
          EpisodeWords.when(episode.last()),
          Words.count(episode.dumps()),
          episode.stuck().map(ScanScreen::stuck).orElse("not read"),
          episode.outcome().word());
    }
    lines.addAll(table.lines());
    lines.add("");
    for (Reading<LogFacts> log : logs) {
      log.known().ifPresent(facts -> coverage(lines, facts));
    }
    return String.join("\n", lines);
  }

  private static String stuck(StuckFor stuck) {
    return stuck
        .time()
        .map(Words::time)
        .orElse(Words.counted(stuck.ticks().count(), "tick", "ticks"));
  }

  private static void coverage(List<String> lines, LogFacts facts) {
    for (LogCoverage span : facts.covers()) {
      lines.add(
          "Covered: "
              + Escape.terminal(facts.origin().name())
              + span.boot().map(boot -> ", boot " + boot.value().substring(0, 8)).orElse("")
              + ", "
              + Coverage.span(span));
    }
  }
}

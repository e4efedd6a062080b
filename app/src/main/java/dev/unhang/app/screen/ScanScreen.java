package dev.unhang.app.screen;

import dev.unhang.app.text.EpisodeWords;
import dev.unhang.app.text.Escape;
import dev.unhang.app.text.Table;
import dev.unhang.app.text.Words;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.id.BootId;
import dev.unhang.model.log.Episode;
import dev.unhang.model.log.FaultLines;
import dev.unhang.model.log.LogFacts;
import dev.unhang.model.log.StuckFor;
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
    } else {
      lines.addAll(hangs(episodes));
    }
    for (Reading<LogFacts> log : logs) {
      log.known().ifPresent(facts -> of(lines, facts));
    }
    return String.join("\n", lines);
  }

  private static List<String> hangs(List<Episode> episodes) {
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
    return table.lines();
  }

  private static String stuck(StuckFor stuck) {
    return stuck
        .time()
        .map(Words::time)
        .orElse(Words.counted(stuck.ticks().count(), "tick", "ticks"));
  }

  private static void of(List<String> lines, LogFacts log) {
    if (!log.covers().isEmpty()) {
      lines.add("");
      lines.add(Escape.terminal(log.origin().name()) + ", " + Words.bytes(log.bytes()));
      lines.addAll(BootTable.lines(log));
    }
    if (!log.faults().isEmpty()) {
      lines.add("");
      lines.addAll(faults(log.faults()));
    }
  }

  private static List<String> faults(List<FaultLines> faults) {
    Table table = new Table("NIC", "also reported", "lines", "first", "last");
    for (FaultLines fault : faults) {
      table.row(
          Escape.terminal(fault.nic().described()),
          fault.fault().word(),
          Words.count(fault.lines()),
          EpisodeWords.when(fault.first()),
          EpisodeWords.when(fault.last()));
    }
    return table.lines();
  }
}

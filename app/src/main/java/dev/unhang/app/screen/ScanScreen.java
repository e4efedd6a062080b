package dev.unhang.app.screen;

import dev.unhang.app.text.EpisodeWords;
import dev.unhang.app.text.Lines;
import dev.unhang.app.text.Table;
import dev.unhang.findings.words.Coverage;
import dev.unhang.findings.words.Words;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.id.BootId;
import dev.unhang.model.log.Episode;
import dev.unhang.model.log.FaultLines;
import dev.unhang.model.log.LogFacts;
import dev.unhang.model.log.Notice;
import dev.unhang.model.log.NoticeLines;
import dev.unhang.model.log.Standstill;
import dev.unhang.model.log.StuckFor;
import java.util.List;
import java.util.Set;

/// The hangs of some logs as a table, and what the logs cover.
public final class ScanScreen {
  /// More rows than a person reads; all of them are in the JSON.
  private static final int MOST_ROWS = 50;

  private static final Set<Notice> RESETS = Set.of(Notice.ADAPTER_RESET, Notice.RESET_DONE);

  private final List<Reading<LogFacts>> logs;
  private final int lastBoot;

  public ScanScreen(List<Reading<LogFacts>> logs) {
    this(logs, 0);
  }

  /// @param lastBoot the number of the last boot that was read, as journalctl counts them
  public ScanScreen(List<Reading<LogFacts>> logs, int lastBoot) {
    this.logs = List.copyOf(logs);
    this.lastBoot = lastBoot;
  }

  public Lines lines() {
    Lines lines = new Lines();
    List<Episode> episodes =
        logs.stream()
            .flatMap(log -> log.known().stream())
            .flatMap(log -> log.episodes().stream())
            .toList();
    List<Standstill> standstills =
        logs.stream()
            .flatMap(log -> log.known().stream())
            .flatMap(log -> log.standstills().stream())
            .toList();
    if (!episodes.isEmpty()) {
      lines.rows(hangs(episodes));
    }
    if (!standstills.isEmpty()) {
      lines.addAll(standstills(standstills));
    }
    if (lines.isEmpty()) {
      boolean covered =
          logs.stream()
              .flatMap(log -> log.known().stream())
              .anyMatch(log -> !log.covers().isEmpty());
      boolean whole =
          logs.stream()
              .flatMap(log -> log.known().stream())
              .allMatch(log -> log.endOfReading().isEmpty());
      lines.plain(
          (covered ? "No hang " : "Not known: ")
              + Coverage.words(logs)
              + (whole ? "" : "; not all of it could be read"));
    }
    for (Reading<LogFacts> log : logs) {
      log.known().ifPresent(facts -> of(lines, facts, lastBoot));
    }
    return lines;
  }

  private static Table hangs(List<Episode> episodes) {
    Table table =
        new Table("NIC", "boot", "first report", "last report", "reports", "stuck", "end");
    for (Episode episode : episodes) {
      table.row(
          episode.nic().described(),
          episode.boot().map(BootId::value).map(id -> id.substring(0, 8)).orElse("-"),
          (episode.firstIsAt() ? "" : "<= ") + EpisodeWords.when(episode.first()),
          EpisodeWords.when(episode.last()),
          Words.count(episode.dumps()),
          episode.stuck().map(ScanScreen::stuck).orElse("not read"),
          episode.outcome().word());
    }
    return table;
  }

  /// Where a driver has no detector of its own, the core's watchdog is the report.
  private static Lines standstills(List<Standstill> standstills) {
    Table table = new Table("NIC", "stood still", "last line", "lines", "for at least", "end");
    for (Standstill each : standstills.subList(0, Math.min(MOST_ROWS, standstills.size()))) {
      table.row(
          each.nic().described(),
          EpisodeWords.when(each.first()),
          EpisodeWords.when(each.last()),
          Words.count(each.lines()),
          each.lasted().map(Words::time).orElse("unknown"),
          each.outcome().word());
    }
    Lines lines = new Lines().rows(table);
    lines.plain(Words.counted(standstills.size(), "standstill", "standstills"));
    return lines;
  }

  private static String stuck(StuckFor stuck) {
    return stuck
        .time()
        .map(Words::time)
        .orElse(Words.counted(stuck.ticks().count(), "tick", "ticks"));
  }

  private static void of(Lines lines, LogFacts log, int lastBoot) {
    if (!log.covers().isEmpty()) {
      lines.gap();
      lines.plain(log.origin().name() + ", " + Words.bytes(log.bytes()));
      lines.addAll(BootTable.lines(log, lastBoot));
    }
    List<NoticeLines> resets =
        log.notices().stream().filter(each -> RESETS.contains(each.notice())).toList();
    if (!log.faults().isEmpty() || !resets.isEmpty()) {
      lines.gap();
      lines.addAll(also(resets, log.faults()));
    }
  }

  private static Lines also(List<NoticeLines> resets, List<FaultLines> faults) {
    Table table = new Table("NIC", "also reported", "lines", "first", "last");
    for (NoticeLines reset : resets.subList(0, Math.min(MOST_ROWS, resets.size()))) {
      table.row(
          reset.nic().described(),
          reset.notice().word(),
          Words.count(reset.lines()),
          EpisodeWords.when(reset.first()),
          EpisodeWords.when(reset.last()));
    }
    for (FaultLines fault : faults.subList(0, Math.min(MOST_ROWS, faults.size()))) {
      table.row(
          fault.nic().described(),
          fault.fault().word(),
          Words.count(fault.lines()),
          EpisodeWords.when(fault.first()),
          EpisodeWords.when(fault.last()));
    }
    Lines lines = new Lines().rows(table);
    int left = Math.max(0, resets.size() - MOST_ROWS) + Math.max(0, faults.size() - MOST_ROWS);
    if (left > 0) {
      lines.plain("and " + Words.counted(left, "row", "rows") + " more: unhang scan --json");
    }
    return lines;
  }
}

package dev.unhang.app.screen;

import dev.unhang.app.text.EpisodeWords;
import dev.unhang.app.text.Lines;
import dev.unhang.app.text.Table;
import dev.unhang.findings.decode.DecodedField;
import dev.unhang.findings.decode.DumpDecoder;
import dev.unhang.findings.words.Moments;
import dev.unhang.findings.words.Words;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.log.Episode;
import dev.unhang.model.log.HangDump;
import dev.unhang.model.log.LogFacts;
import dev.unhang.model.net.OffloadGroup;
import java.util.List;
import java.util.Optional;

/// A hang report field by field, and what the fields say together.
public final class ExplainScreen {
  private final List<Reading<LogFacts>> logs;

  public ExplainScreen(List<Reading<LogFacts>> logs) {
    this.logs = List.copyOf(logs);
  }

  /// What a field or an offload is; empty for any other word.
  public static Optional<String> term(String word) {
    for (HangDump.Field field : HangDump.Field.values()) {
      if (field.label().equalsIgnoreCase(word)) {
        return Optional.of(field.label() + ": " + field.meaning());
      }
    }
    return OffloadGroup.named(word).map(ExplainScreen::offload);
  }

  private static String offload(OffloadGroup group) {
    return group.shortName()
        + " ("
        + group.longName()
        + "): "
        + OffloadWords.of(group)
        + (group.resetsE1000e()
            ? "\nSwitching it resets an e1000e: the link drops for 2 to 4 s."
            : "\nSwitching it on an e1000e does not touch the link.");
  }

  public Lines lines() {
    Lines lines = new Lines();
    for (Reading<LogFacts> log : logs) {
      for (Episode episode : log.known().map(LogFacts::episodes).orElse(List.of())) {
        episode(lines, episode);
      }
    }
    if (lines.isEmpty()) {
      lines.plain("No hang report in it.");
    }
    return lines;
  }

  private static void episode(Lines lines, Episode episode) {
    lines.plain(episode.nic().described() + ": " + EpisodeWords.stuck(episode));
    lines.plain(
        Words.counted(episode.dumps(), "report", "reports")
            + " of one packet"
            + Moments.of(episode.first())
                .map(
                    time -> ", the first " + (episode.firstIsAt() ? "at " : "at or before ") + time)
                .orElse("")
            + " ("
            + episode.firstPlace().toString()
            + ")");
    lines.gap();
    Table table = new Table("field", "value", "meaning");
    DumpDecoder decoder = new DumpDecoder(episode);
    for (DecodedField field : decoder.fields()) {
      table.row(field.label(), field.printed(), field.words());
    }
    lines.rows(table);
    lines.gap();
    for (String sentence : decoder.together()) {
      lines.plain(sentence + ".");
    }
    lines.plain("How it ended: " + EpisodeWords.outcome(episode) + ".");
    lines.gap();
  }
}

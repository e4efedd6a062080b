package dev.unhang.app.screen;

import dev.unhang.app.text.Lines;
import dev.unhang.findings.correlate.Correlation;
import dev.unhang.findings.correlate.Correlation.Compared;
import dev.unhang.findings.correlate.Correlation.NotEnough;
import dev.unhang.findings.correlate.SilentStall;
import dev.unhang.findings.words.Words;
import dev.unhang.model.facts.Series;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Hangs against throughput, the verdict first.
public final class CorrelateScreen {
  private final int hangs;
  private final List<Correlation> correlations;
  private final Map<Series, List<SilentStall>> stalls;

  /// @param hangs whose time is known
  public CorrelateScreen(
      int hangs, List<Correlation> correlations, Map<Series, List<SilentStall>> stalls) {
    this.hangs = hangs;
    this.correlations = correlations;
    this.stalls = stalls;
  }

  public Lines lines() {
    Lines lines = new Lines();
    if (correlations.isEmpty()) {
      lines.plain("NOT ENOUGH DATA: no samples of throughput were found");
      lines.plain("  sysstat keeps them (apt install sysstat), and Proxmox VE does for its nodes");
    }
    for (Correlation correlation : correlations) {
      switch (correlation) {
        case NotEnough few -> {
          lines.plain("NOT ENOUGH DATA: " + few.why());
          name(lines, few.series());
        }
        case Compared compared -> compared(lines, compared);
      }
    }
    stalls.forEach((series, each) -> each.forEach(stall -> stall(lines, series, stall)));
    return lines;
  }

  private void compared(Lines lines, Compared result) {
    lines.plain(
        switch (result.conclusion()) {
          case UNDER_LOAD -> "UNDER LOAD: hangs come when much is sent";
          case PERHAPS_UNDER_LOAD -> "PERHAPS UNDER LOAD: more is sent before hangs than else";
          case NO_SIGN -> "NO SIGN that hangs come when much is sent";
        });
    name(lines, result.series());
    String uncovered = result.uncovered() == 0 ? "" : ", " + result.uncovered() + " not sampled";
    lines.plain(
        "  before "
            + Words.counted(result.before().size(), "hang", "hangs")
            + " of "
            + hangs
            + uncovered
            + ": "
            + rate(result.medianBefore())
            + " (median)");
    lines.plain(
        "  at "
            + Words.count(result.others().size())
            + " other moments: "
            + rate(result.medianOthers())
            + " (median)");
    lines.plain(
        String.format(
            Locale.ROOT,
            "  chance of that if load did not matter: p = %.2g (Mann-Whitney U, one-sided);",
            result.p()));
    lines.plain(
        String.format(
            Locale.ROOT,
            "  more was sent before a hang than at another moment in %.0f of 100 pairs",
            100 * result.effect()));
  }

  private static void name(Lines lines, Series series) {
    lines.plain("  " + series.what() + ", in intervals of " + Words.time(series.step()));
    lines.plain("  of " + series.origin().name());
  }

  /// `112 MB/s (896 Mb/s)`.
  static String rate(double bytesPerSecond) {
    return String.format(
        Locale.ROOT,
        "%s/s (%.0f Mb/s)",
        Words.bytes(Math.round(bytesPerSecond)),
        bytesPerSecond * Byte.SIZE / 1e6);
  }

  private static void stall(Lines lines, Series series, SilentStall stall) {
    lines.plain("SILENT STALL likely from " + stall.from() + " to " + stall.until());
    lines.plain(
        "  each +- "
            + Words.time(stall.uncertainty())
            + ": nothing was sent while the host went on being sampled");
    lines.plain("  of " + series.origin().name());
  }
}

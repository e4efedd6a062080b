package dev.unhang.app.page;

import dev.unhang.app.text.EpisodeWords;
import dev.unhang.model.log.Episode;
import dev.unhang.model.log.LogCoverage;
import dev.unhang.model.log.LogFacts;
import dev.unhang.model.log.LogStamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The boots of a host as bars over wall time, with its hangs in them. Boots and hangs of which no
/// wall time was read can't be drawn.
final class HangTimelineSvg {
  /// The newest of them.
  private static final int MAX_BOOTS = 12;

  private static final int WIDTH = 1000;
  private static final int LEFT = 20;
  private static final int RIGHT = 980;
  private static final int ROW = 26;
  private static final int TOP = 34;

  private final List<Bar> bars;
  private final Instant begin;
  private final double seconds;

  /// What the log holds of a boot.
  private record Bar(Instant from, Instant to, List<Episode> hangs) {}

  private HangTimelineSvg(List<Bar> bars) {
    this.bars = bars;
    this.begin = bars.stream().map(Bar::from).min(Instant::compareTo).orElseThrow();
    Instant end = bars.stream().map(Bar::to).max(Instant::compareTo).orElseThrow();
    this.seconds = Math.max(1, Duration.between(begin, end).toSeconds());
  }

  /// The drawing; empty where no boot has wall times.
  static Optional<String> of(List<LogFacts> logs) {
    List<Bar> bars = new ArrayList<>();
    for (LogFacts log : logs) {
      for (LogCoverage boot : log.covers()) {
        Optional<Instant> from = boot.from().wall();
        Optional<Instant> to = boot.to().wall();
        if (from.isPresent() && to.isPresent() && !to.get().isBefore(from.get())) {
          bars.add(new Bar(from.get(), to.get(), boot.of(log.episodes())));
        }
      }
    }
    int first = Math.max(0, bars.size() - MAX_BOOTS);
    return bars.isEmpty()
        ? Optional.empty()
        : Optional.of(new HangTimelineSvg(bars.subList(first, bars.size())).document());
  }

  private double x(Instant moment) {
    double at = Duration.between(begin, moment).toSeconds() / seconds;
    return LEFT + (RIGHT - LEFT) * Math.clamp(at, 0, 1);
  }

  private String document() {
    int height = TOP + bars.size() * ROW + 30;
    StringBuilder svg = new StringBuilder();
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg class=\"timeline\" viewBox=\"0 0 %d %d\" role=\"img\">%n",
            WIDTH,
            height));
    text(svg, LEFT, 18, "start", "boots as far as the logs reach; red: hangs");
    for (int row = 0; row < bars.size(); row++) {
      bar(svg, bars.get(row), TOP + row * ROW);
    }
    text(svg, LEFT, height - 8, "start", begin.toString());
    text(svg, RIGHT, height - 8, "end", begin.plusSeconds((long) seconds).toString());
    return svg.append("</svg>\n").toString();
  }

  private void bar(StringBuilder svg, Bar bar, int top) {
    rectangle(svg, "boot", x(bar.from()), top, x(bar.to()) - x(bar.from()), "");
    for (Episode hang : bar.hangs()) {
      Optional<Instant> first = hang.first().wall();
      double left = first.map(this::x).orElseGet(() -> x(bar.from()));
      double right = hang.last().wall().map(this::x).orElse(left);
      if (first.isPresent()) {
        rectangle(svg, "hang", left, top, right - left, title(hang.first(), hang));
      }
    }
  }

  private static String title(LogStamp at, Episode hang) {
    return hang.nic().described() + " at " + at.text() + ": " + EpisodeWords.stuck(hang);
  }

  private static void rectangle(
      StringBuilder svg, String style, double left, int top, double width, String title) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<rect class=\"%s\" x=\"%.2f\" y=\"%d\" width=\"%.2f\" height=\"%d\">"
                + "<title>%s</title></rect>%n",
            style,
            left,
            top,
            Math.max(2, width),
            ROW - 8,
            Markup.escape(title)));
  }

  private static void text(StringBuilder svg, int x, int y, String anchor, String text) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\">%s</text>%n",
            x,
            y,
            anchor,
            Markup.escape(text)));
  }
}

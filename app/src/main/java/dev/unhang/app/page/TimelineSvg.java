package dev.unhang.app.page;

import dev.unhang.findings.correlate.Correlation.Hang;
import dev.unhang.findings.correlate.SilentStall;
import dev.unhang.findings.words.Words;
import dev.unhang.model.facts.Sample;
import dev.unhang.model.facts.Series;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// Throughput over time with the hangs in it: a column an interval, a line a hang, a band a silent
/// stall. It is 1,000 units wide and follows the reader's choice of a light or a dark page.
public final class TimelineSvg {
  private static final int WIDTH = 1000;
  private static final int HEIGHT = 340;
  private static final int LEFT = 90;
  private static final int RIGHT = 980;
  private static final int TOP = 60;
  private static final int BOTTOM = 280;

  private static final String STYLE =
      """
      svg { background: #ffffff; color: #1b1f24; font-family: "DejaVu Sans", Verdana, sans-serif; }
      text { fill: currentColor; font-size: 13px; }
      .title { font-size: 16px; font-weight: bold; }
      .load { fill: #1d4f91; }
      .hang { stroke: #c62828; stroke-width: 2; }
      .stall { fill: #c62828; opacity: 0.2; }
      .axis { stroke: #57606a; }
      @media (prefers-color-scheme: dark) {
        svg { background: #0d1117; color: #e6edf3; }
        .load { fill: #79b8ff; }
        .hang { stroke: #ff7b72; }
        .stall { fill: #ff7b72; }
        .axis { stroke: #8b949e; }
      }
      """;

  private final Instant begin;
  private final double seconds;
  private final double most;
  private final StringBuilder drawn = new StringBuilder();

  private TimelineSvg(Series series) {
    List<Sample> samples = series.samples();
    this.begin = samples.getFirst().begin();
    this.seconds = Math.max(1, Duration.between(begin, samples.getLast().end()).toSeconds());
    this.most = Math.max(1, samples.stream().mapToDouble(Sample::bytesPerSecond).max().orElse(1));
  }

  /// The drawing, whole. A series without samples has none.
  public static String of(Series series, List<Hang> hangs, List<SilentStall> stalls) {
    if (series.samples().isEmpty()) {
      throw new IllegalArgumentException("nothing to draw: " + series.what());
    }
    TimelineSvg drawing = new TimelineSvg(series);
    stalls.forEach(drawing::stall);
    series.samples().forEach(drawing::column);
    hangs.stream().filter(hang -> series.covers(hang.first())).forEach(drawing::hang);
    return drawing.document(series);
  }

  private double x(Instant moment) {
    return LEFT + (RIGHT - LEFT) * (Duration.between(begin, moment).toSeconds() / seconds);
  }

  private void column(Sample sample) {
    double height = (BOTTOM - TOP) * sample.bytesPerSecond() / most;
    double left = x(sample.begin());
    rectangle("load", left, BOTTOM - height, x(sample.end()) - left, height);
  }

  private void stall(SilentStall stall) {
    double left = x(stall.from());
    rectangle("stall", left, TOP, x(stall.until()) - left, BOTTOM - TOP);
  }

  private void rectangle(String style, double left, double top, double width, double height) {
    drawn.append(
        String.format(
            Locale.ROOT,
            "<rect class=\"%s\" x=\"%.2f\" y=\"%.2f\" width=\"%.2f\" height=\"%.2f\"/>%n",
            style,
            left,
            top,
            width,
            height));
  }

  private void hang(Hang hang) {
    drawn.append(
        String.format(
            Locale.ROOT,
            "<line class=\"hang\" x1=\"%.2f\" y1=\"%d\" x2=\"%.2f\" y2=\"%d\">"
                + "<title>hang at %s</title></line>%n",
            x(hang.first()),
            TOP,
            x(hang.first()),
            BOTTOM,
            hang.first()));
  }

  private String document(Series series) {
    return String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\""
                + " height=\"%d\" role=\"img\">%n<style>%n%s</style>%n",
            WIDTH,
            HEIGHT,
            WIDTH,
            HEIGHT,
            STYLE)
        + text("title", LEFT, 30, "start", series.what() + ": load and hangs")
        + drawn
        + String.format(
            Locale.ROOT,
            "<line class=\"axis\" x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>%n",
            LEFT,
            BOTTOM,
            RIGHT,
            BOTTOM)
        + text("tick", LEFT - 6, TOP + 5, "end", Words.bytes(Math.round(most)) + "/s")
        + text("tick", LEFT - 6, BOTTOM, "end", "0")
        + text("tick", LEFT, BOTTOM + 22, "start", begin.toString())
        + text("tick", RIGHT, BOTTOM + 22, "end", series.samples().getLast().end().toString())
        + text(
            "tick",
            LEFT,
            BOTTOM + 46,
            "start",
            "intervals of " + Words.time(series.step()) + "; lines: hangs; bands: nothing sent")
        + "</svg>\n";
  }

  private static String text(String style, int x, int y, String anchor, String text) {
    return String.format(
        Locale.ROOT,
        "<text class=\"%s\" x=\"%d\" y=\"%d\" text-anchor=\"%s\">%s</text>%n",
        style,
        x,
        y,
        anchor,
        Markup.escape(text));
  }
}

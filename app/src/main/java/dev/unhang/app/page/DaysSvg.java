package dev.unhang.app.page;

import dev.unhang.model.change.Change;
import dev.unhang.watch.machine.Account;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/// The last thirty days of one NIC: a box a day, a bar a hang, a triangle a change.
final class DaysSvg {
  static final int DAYS = 30;

  private static final DateTimeFormatter MONTH_AND_DAY =
      DateTimeFormatter.ofPattern("MM-dd", Locale.ROOT);

  private static final int WIDTH = 900;
  private static final int HEIGHT = 74;
  private static final int TOP = 4;
  private static final int BOX = 40;
  private static final int LABEL = 66;
  private static final int LABEL_EVERY = 5;
  private static final double THINNEST = 4;
  private static final double DAY = (double) WIDTH / DAYS;
  private static final double MILLIS_A_DAY = Duration.ofDays(1).toMillis();

  private final ZoneId zone;
  private final Instant begin;
  private final StringBuilder svg = new StringBuilder();

  private DaysSvg(Instant now, ZoneId zone) {
    this.zone = zone;
    this.begin = LocalDate.ofInstant(now, zone).minusDays(DAYS - 1L).atStartOfDay(zone).toInstant();
  }

  /// The drawing. What is older, or lies in the future, is not in it.
  static String of(List<Account> hangs, List<Change> changes, Instant now, ZoneId zone) {
    DaysSvg days = new DaysSvg(now, zone);
    days.open(hangs, changes);
    for (int day = 0; day < DAYS; day++) {
      days.day(day);
    }
    hangs.stream().filter(hang -> days.shows(hang.began().wall())).forEach(days::hang);
    changes.stream().filter(change -> days.shows(change.begun())).forEach(days::change);
    return days.svg.append("</svg>\n").toString();
  }

  private boolean shows(Instant at) {
    double x = x(at);
    return x >= 0 && x < WIDTH;
  }

  private double x(Instant at) {
    return ChronoUnit.MILLIS.between(begin, at) / MILLIS_A_DAY * DAY;
  }

  private void open(List<Account> hangs, List<Change> changes) {
    long shownHangs = hangs.stream().filter(hang -> shows(hang.began().wall())).count();
    long shownChanges = changes.stream().filter(change -> shows(change.begun())).count();
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg class=\"days\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"the last %d days:"
                + " %d hangs, %d changes\">%n",
            WIDTH,
            HEIGHT,
            DAYS,
            shownHangs,
            shownChanges));
  }

  private void day(int day) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<rect class=\"day\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\"/>%n",
            day * DAY,
            TOP,
            DAY - 2,
            BOX));
    if (day % LABEL_EVERY == LABEL_EVERY - 1) {
      svg.append(
          String.format(
              Locale.ROOT,
              "<text x=\"%.1f\" y=\"%d\" text-anchor=\"end\">%s</text>%n",
              (day + 1) * DAY - 2,
              LABEL,
              MONTH_AND_DAY.format(LocalDate.ofInstant(begin, zone).plusDays(day))));
    }
  }

  private void hang(Account hang) {
    double width =
        hang.outage().map(outage -> outage.toMillis() / MILLIS_A_DAY * DAY).orElse(THINNEST);
    svg.append(
        String.format(
            Locale.ROOT,
            "<rect class=\"hang\" x=\"%.1f\" y=\"%d\" width=\"%.1f\""
                + " height=\"%d\"><title>%s</title></rect>%n",
            x(hang.began().wall()),
            TOP,
            Math.max(THINNEST, width),
            BOX,
            Markup.escape("hang, " + hang.began().wall())));
  }

  private void change(Change change) {
    double x = x(change.begun());
    svg.append(
        String.format(
            Locale.ROOT,
            "<path class=\"change\" d=\"M%.1f %d l6 10 l-12 0 z\"><title>%s</title></path>%n",
            x,
            TOP + BOX - 10,
            Markup.escape("change " + change.number() + ": " + change.title())));
  }
}

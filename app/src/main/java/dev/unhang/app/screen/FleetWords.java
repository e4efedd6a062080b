package dev.unhang.app.screen;

import dev.unhang.app.text.Line;
import dev.unhang.app.text.Lines;
import dev.unhang.app.text.Table;
import dev.unhang.findings.rate.Rate;
import dev.unhang.findings.words.Words;
import dev.unhang.fleet.scan.HostResult;
import dev.unhang.fleet.scan.HungNic;
import dev.unhang.fleet.scan.NotKnown;
import dev.unhang.fleet.summary.FleetDifference;
import dev.unhang.fleet.summary.FleetSummary;
import dev.unhang.fleet.summary.HostAtRisk;
import dev.unhang.fleet.summary.KindRate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A scan of a fleet in words: a line a host, and what they have in common.
public final class FleetWords {
  /// More rows are in the JSON.
  private static final int ROWS = 12;

  private static final int STATE = 11;
  private static final double SECONDS_A_DAY = 86_400;

  private FleetWords() {}

  /// One host.
  public static Line host(HostResult host) {
    String state =
        switch (host.state()) {
          case HUNG -> "HUNG";
          case LOST -> "LOST";
          case CLEAN -> "clean";
          case NOT_KNOWN -> "not known";
        };
    String begin = state + " ".repeat(STATE - state.length()) + host.name() + "  ";
    String says =
        switch (host.state()) {
          case HUNG ->
              String.join("; ", host.nics().stream().map(FleetWords::nic).toList())
                  + (host.why().isEmpty() ? "" : "; not all was read: " + host.why());
          case LOST -> host.why();
          case CLEAN ->
              "since " + host.from().map(FleetWords::moment).orElse("?") + covered(host.covered());
          case NOT_KNOWN -> host.reason().map(NotKnown::word).orElse("") + ": " + host.why();
        };
    return Line.prose(begin + says, STATE);
  }

  private static String nic(HungNic nic) {
    return nic.name()
        + " "
        + (nic.hangs() == 1 ? "once" : nic.hangs() + " times")
        + nic.last().map(last -> ", last " + moment(last)).orElse("")
        + ", "
        + (nic.outcome().equals("unknown") ? "how it ended is unknown" : nic.outcome());
  }

  private static String moment(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS).toString().replace('T', ' ').replace("Z", " UTC");
  }

  private static String covered(Duration covered) {
    return ", " + days(covered) + " days covered";
  }

  private static String days(Duration covered) {
    return String.format(Locale.ROOT, "%.1f", covered.toSeconds() / SECONDS_A_DAY);
  }

  /// All of them.
  public static Lines summary(FleetSummary fleet) {
    Lines lines = new Lines();
    lines.gap();
    lines.add(
        Line.prose(
            fleet.hung()
                + " hung, "
                + (fleet.lost() == 0 ? "" : fleet.lost() + " lost, ")
                + fleet.clean()
                + " clean, "
                + fleet.notKnown()
                + " not known",
            0));
    for (NotKnown reason : NotKnown.values()) {
      Optional.ofNullable(fleet.unknown().get(reason))
          .ifPresent(count ->
              lines.add(
                  Line.prose("  " + count + " " + reason.word() + ". try: " + reason.hint(), 4)));
    }
    kinds(fleet.kinds(), lines);
    differences(fleet.differences(), lines);
    atRisk(fleet.atRisk(), lines);
    return lines;
  }

  private static void kinds(List<KindRate> kinds, Lines lines) {
    if (kinds.isEmpty()) {
      return;
    }
    lines.gap();
    lines.plain("Hangs a host and day, with 95 % bounds:");
    Table table =
        new Table("chip", "driver", "kernel", "tso", "hosts", "hung", "days", "hangs", "rate");
    kinds.stream()
        .limit(ROWS)
        .forEach(kind ->
            table.row(
                told(kind.kind().chip()),
                told(kind.kind().driver()),
                told(kind.kind().kernel()),
                told(kind.kind().tso()),
                String.valueOf(kind.hosts()),
                String.valueOf(kind.hung()),
                days(kind.covered()),
                String.valueOf(kind.hangs()),
                kind.rate().map(FleetWords::rate).orElse("no date")));
    lines.rows(table);
    left(kinds.size(), lines);
  }

  private static String told(Optional<String> value) {
    return value.orElse("unknown");
  }

  private static String rate(Rate rate) {
    Rate.Interval bounds = rate.interval();
    return number(rate.perUnit())
        + " ("
        + number(bounds.low())
        + " to "
        + number(bounds.high())
        + ")";
  }

  private static String number(double value) {
    return value == 0 ? "0" : String.format(Locale.ROOT, value < 0.001 ? "%.1e" : "%.3f", value);
  }

  private static void differences(List<FleetDifference> differences, Lines lines) {
    if (differences.isEmpty()) {
      return;
    }
    lines.gap();
    lines.plain("What hosts that hung have more often than the others:");
    for (FleetDifference each : differences) {
      String chance =
          each.isTelling() ? "chance " + number(each.chance()) : "this can be chance alone";
      lines.add(
          Line.prose(
              "  "
                  + each.trait().word()
                  + " "
                  + each.value()
                  + ": "
                  + each.hungWith()
                  + " of "
                  + each.with()
                  + " hung, without it "
                  + each.hungWithout()
                  + " of "
                  + each.without()
                  + " ("
                  + chance
                  + ")"
                  + (each.alike().isEmpty()
                      ? ""
                      : "; on the same hosts: " + String.join(", ", each.alike())),
              4));
    }
  }

  private static void atRisk(List<HostAtRisk> atRisk, Lines lines) {
    if (atRisk.isEmpty()) {
      return;
    }
    lines.gap();
    lines.plain("At risk: no hang so far, and others of their kind hung:");
    atRisk.stream()
        .limit(ROWS)
        .forEach(host ->
            lines.add(
                Line.prose(
                    "  "
                        + host.name()
                        + ": "
                        + told(host.like().kind().driver())
                        + ", kernel "
                        + told(host.like().kind().kernel())
                        + "; "
                        + host.like().hung()
                        + " of "
                        + host.like().hosts()
                        + " like it hung",
                    4)));
    left(atRisk.size(), lines);
  }

  private static void left(int all, Lines lines) {
    if (all > ROWS) {
      lines.plain("  and " + Words.count(all - ROWS) + " more: --json has them all");
    }
  }
}

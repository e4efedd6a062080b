package dev.unhang.app.screen;

import dev.unhang.app.text.Line;
import dev.unhang.app.text.Lines;
import dev.unhang.app.text.Table;
import dev.unhang.findings.compare.Comparison;
import dev.unhang.findings.compare.Difference;
import dev.unhang.model.facts.ComparedHost;
import dev.unhang.model.facts.ComparedHost.State;
import dev.unhang.model.facts.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Hosts side by side, the verdict first.
public final class CompareScreen {
  private static final int MOST_INDENT = 13;

  /// More of them say little.
  private static final int SHOWN = 8;

  private final Comparison comparison;
  private final Lines lines = new Lines();

  public CompareScreen(Comparison comparison) {
    this.comparison = comparison;
  }

  public Lines lines() {
    say("", verdict());
    lines.gap();
    table();
    nearest();
    separating();
    shared();
    notCounted();
    return lines;
  }

  private List<String> in(State state) {
    return comparison.hosts().stream()
        .filter(host -> host.state() == state)
        .map(ComparedHost::name)
        .toList();
  }

  private String verdict() {
    if (in(State.HANGS).isEmpty()) {
      return "NO HOST HANGS, as far as their logs go: there is nothing to compare it with";
    }
    if (in(State.HEALTHY).isEmpty()) {
      return "NO HEALTHY HOST: without one nothing separates those that hang. One that you know not"
          + " to hang can be named: --healthy "
          + in(State.NOT_KNOWN).stream().findFirst().orElse("NAME");
    }
    if (comparison.separating().isEmpty()) {
      return "NOTHING THAT WAS READ separates the hosts that hang from the others";
    }
    Difference first = comparison.separating().getFirst();
    return "LIKELIEST DIFFERENCE: "
        + first.trait().word()
        + ", "
        + first.failing()
        + " against "
        + String.join(" and ", first.healthy());
  }

  private void table() {
    List<String> head = new ArrayList<>(List.of(""));
    comparison.hosts().forEach(host -> head.add(host.name()));
    Table table = new Table(head.toArray(String[]::new));
    row(table, "hangs", ComparedHost::basis);
    row(table, "NIC", host -> host.nic().orElse("-"));
    for (Trait trait : Trait.values()) {
      if (comparison.hosts().stream().anyMatch(host -> host.trait(trait).isPresent())) {
        row(table, trait.word(), host -> host.trait(trait).orElse("not read"));
      }
    }
    lines.rows(table);
  }

  private void row(Table table, String label, Function<ComparedHost, String> cell) {
    List<String> cells = new ArrayList<>(List.of(label));
    comparison.hosts().forEach(host -> cells.add(cell.apply(host)));
    table.row(cells.toArray(String[]::new));
  }

  private void nearest() {
    comparison
        .nearest()
        .ifPresent(pair -> {
          lines.gap();
          say(
              "Nearest pair: ",
              pair.healthy().name()
                  + " differs from "
                  + pair.failing().name()
                  + (pair.differing().isEmpty()
                      ? " in nothing that was read"
                      : " in "
                          + pair.differing().stream()
                              .map(Trait::word)
                              .collect(Collectors.joining(", "))));
        });
  }

  private void separating() {
    int number = 0;
    for (Difference difference : comparison.separating()) {
      number++;
      if (number > SHOWN) {
        lines.plain("   and " + (comparison.separating().size() - SHOWN) + " more differences");
        break;
      }
      if (number == 1) {
        lines.gap();
        lines.plain("What separates them, the likeliest first:");
      }
      say(
          String.format(Locale.ROOT, "%2d. ", number),
          difference.trait().word()
              + ": "
              + difference.failing()
              + " on those that hang, "
              + String.join(" or ", difference.healthy())
              + " on the others");
      difference.against().forEach(against -> say("    against: ", against));
    }
    comparison
        .firstToTry()
        .ifPresent(difference -> {
          lines.gap();
          say("To try first: ", toTry(difference));
        });
  }

  private static String toTry(Difference difference) {
    String as =
        difference.trait().word() + " as on the healthy: " + difference.healthy().getFirst();
    return switch (difference.trait().change()) {
      case SWITCH -> as + " (unhang fix IF --set " + difference.trait().word() + ")";
      case SETTING, SOFTWARE, FIRMWARE, NONE -> as;
    };
  }

  private void shared() {
    if (!comparison.shared().isEmpty()) {
      lines.gap();
      lines.plain("What is not it, alone:");
      comparison.shared().forEach((trait, why) -> say("  " + trait.word() + ": ", why));
    }
  }

  private void notCounted() {
    List<String> unknown = in(State.NOT_KNOWN);
    if (!unknown.isEmpty() && !in(State.HEALTHY).isEmpty()) {
      lines.gap();
      say(
          "Not counted: ",
          String.join(", ", unknown)
              + ". Where you know it, say so: --healthy "
              + unknown.getFirst()
              + " or --hangs "
              + unknown.getFirst());
    }
  }

  /// Long lines go on below their text.
  private void say(String label, String text) {
    lines.add(Line.prose(label + text, Math.min(label.length(), MOST_INDENT)));
  }
}

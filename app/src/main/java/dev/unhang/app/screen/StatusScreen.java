package dev.unhang.app.screen;

import dev.unhang.app.text.Ink;
import dev.unhang.app.text.Line;
import dev.unhang.app.text.Lines;
import dev.unhang.app.text.Table;
import dev.unhang.findings.words.Words;
import dev.unhang.model.change.Change;
import dev.unhang.model.id.PciAddress;
import dev.unhang.model.id.ShellWord;
import dev.unhang.watch.machine.Account;
import dev.unhang.watch.machine.Condition;
import dev.unhang.watch.machine.NicStanding;
import dev.unhang.watch.standing.Counts;
import dev.unhang.watch.standing.Standing;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// How things stand on a host that is watched, in one screen: the worst first.
public final class StatusScreen {
  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  /// More of them are in the account of the alert.
  private static final int NOTES = 3;

  private final Standing standing;
  private final List<Change> changes;
  private final Lines lines = new Lines();

  /// @param changes what the watch changed and what is still in force
  public StatusScreen(Standing standing, List<Change> changes) {
    this.standing = standing;
    this.changes = List.copyOf(changes);
  }

  public Lines lines() {
    lines.add(first(standing));
    lines.folded(
        "watching since "
            + time(standing.started().wall())
            + " ("
            + Words.time(standing.at().since(standing.started()))
            + "); "
            + standing.held().map(why -> "on hold: " + why).orElse("no hold"));
    lines.gap().rows(table());
    standing.nics().forEach(this::last);
    if (!changes.isEmpty()) {
      lines.gap();
      changes.forEach(this::change);
    }
    counted();
    return lines;
  }

  /// What matters most, in a sentence.
  public static Line first(Standing standing) {
    List<NicStanding> hung =
        standing.nics().stream().filter(nic -> nic.condition().isHung()).toList();
    if (!hung.isEmpty()) {
      return Line.plain(
              "HUNG: "
                  + String.join(
                      ", ",
                      hung.stream()
                          .map(nic -> nic.nic().name() + ": " + nic.condition().words())
                          .toList()))
          .in(Ink.BROKEN);
    }
    long hangs = standing.nics().stream().mapToLong(nic -> standing.of(nic).hangs()).sum();
    return hangs > 0
        ? Line.plain(
                "HUNG BEFORE: "
                    + Words.counted(hangs, "hang", "hangs")
                    + " since the watch started; no NIC is hung now")
            .in(Ink.WARNING)
        : Line.plain("CLEAR: no hang since the watch started").in(Ink.WELL);
  }

  private Table table() {
    Table table = new Table("NIC", "PCI", "driver", "state", "hangs", "outage");
    for (NicStanding nic : standing.nics()) {
      Counts counts = standing.of(nic);
      table.row(
          nic.nic().name().value(),
          nic.nic().pci().map(PciAddress::value).orElse("-"),
          nic.nic().driver().orElse("not read"),
          nic.condition().words(),
          Words.count(counts.hangs()),
          counts.outage().isZero() ? "-" : seconds(counts.outage()));
    }
    return table;
  }

  private void last(NicStanding nic) {
    if (nic.last().isEmpty()) {
      return;
    }
    Account last = nic.last().get();
    lines.gap();
    lines.section(
        "Last hang", last.nic() + " at " + time(last.began().wall()) + ": " + last.cause().words());
    lines.more(last.seen());
    last.curedBy()
        .ifPresent(step ->
            lines.more(
                "cured by "
                    + step
                    + last.outage().map(lasted -> " after " + seconds(lasted)).orElse("")));
    last.notes().stream().limit(NOTES).forEach(lines::more);
    if (nic.condition() == Condition.GIVEN_UP) {
      lines.command("Next", "unhang recover " + ShellWord.operand(last.nic()));
    }
    last.evidence()
        .ifPresent(file ->
            lines.add(
                Line.plain("Evidence      unhang doctor " + ShellWord.of(file)).in(Ink.COMMAND)));
  }

  private void change(Change change) {
    lines.section("In force", "change " + change.number() + ": " + change.title());
    lines.command("Undo", "unhang undo " + change.number());
  }

  private void counted() {
    if (standing.troubles() + standing.passedOver() + standing.distrusted() == 0) {
      return;
    }
    lines.gap();
    lines.section(
        "Kernel log",
        Words.counted(standing.troubles(), "gap", "gaps")
            + ", "
            + Words.counted(standing.passedOver(), "line", "lines")
            + " passed over in a flood, "
            + Words.counted(standing.distrusted(), "line", "lines")
            + " that spoke of a hang without the card's name in its record: not acted upon");
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
  }

  private static String time(Instant at) {
    return MINUTES.format(at.atZone(ZoneId.systemDefault()));
  }
}

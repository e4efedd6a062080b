package dev.unhang.app.screen;

import dev.unhang.app.text.Ink;
import dev.unhang.app.text.Line;
import dev.unhang.app.text.Lines;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.repair.prove.Against;
import dev.unhang.repair.prove.ChangeInForce;
import dev.unhang.repair.prove.Judged;
import dev.unhang.repair.prove.Judged.Period;
import dev.unhang.repair.prove.Judged.Verdict;
import dev.unhang.repair.prove.Measure;
import dev.unhang.repair.prove.ProveWords;
import java.util.Optional;

/// How sure it is that a NIC is repaired, the verdict first.
public final class ProveScreen {
  private final InterfaceName nic;
  private final Optional<ChangeInForce> change;
  private final Judged judged;
  private final Lines lines = new Lines();

  /// @param change that is judged; empty where none is known
  public ProveScreen(InterfaceName nic, Optional<ChangeInForce> change, Judged judged) {
    this.nic = nic;
    this.change = change;
    this.judged = judged;
  }

  public Lines lines() {
    lines.add(Line.plain(verdict()).in(ink(judged.verdict())));
    judged.why().ifPresent(why -> lines.section("Why", why));
    change.ifPresent(this::change);
    judged.before().ifPresent(period -> period("Before", period));
    judged.since().ifPresent(period -> period("Since", period));
    numbers();
    String title = "Against";
    for (Against against : judged.against()) {
      lines.section(title, against.says());
      title = "";
    }
    return lines;
  }

  private String verdict() {
    return switch (judged.verdict()) {
      case PROVED -> "PROVED: " + nic + " is repaired, as far as a quiet time can tell";
      case NOT_YET -> "NOT YET: " + nic + " is quiet, and by chance it may be";
      case HUNG_AGAIN ->
          "HUNG AGAIN: "
              + nic
              + judged.hungAgain().map(at -> " at " + ProveWords.moment(at)).orElse("");
      case NOT_ENOUGH -> "NOT ENOUGH is known to tell whether " + nic + " is repaired";
    };
  }

  private static Ink ink(Verdict verdict) {
    return switch (verdict) {
      case PROVED -> Ink.WELL;
      case HUNG_AGAIN -> Ink.BROKEN;
      case NOT_YET, NOT_ENOUGH -> Ink.WARNING;
    };
  }

  private void change(ChangeInForce each) {
    String what = each.number().isPresent() ? " (" + each.what() + ")" : "";
    lines.section("Change", each.named() + what + ", at " + ProveWords.moment(each.from()));
  }

  private void period(String title, Period period) {
    lines.section(title, ProveWords.period(period));
    lines.more(
        "from " + ProveWords.moment(period.from()) + " to " + ProveWords.moment(period.to()));
  }

  private void numbers() {
    if (judged.verdict() == Verdict.NOT_ENOUGH || judged.measures().isEmpty()) {
      return;
    }
    Measure decides = judged.measures().getFirst();
    lines.section("Rate", ProveWords.before(decides));
    ProveWords.since(decides).ifPresent(lines::more);
    lines.section(
        "Chance",
        "had nothing changed, "
            + (judged.hungAgain().isPresent()
                ? "so few hangs would come "
                : "it would be so quiet ")
            + ProveWords.chance(decides.chance())
            + counted());
    ProveWords.repairedFrom(judged).ifPresent(words -> lines.section("Repaired", words));
    if (judged.verdict() == Verdict.NOT_YET && judged.repairedFrom().isEmpty()) {
      lines.section("Repaired", "no date: nothing was sent of late, so that waiting tells nothing");
    }
  }

  private String counted() {
    Measure decides = judged.measures().getFirst();
    return judged.measures().size() == 1
        ? ""
        : ", counted by " + decides.unit().word() + ", the stricter of uptime and bytes sent";
  }
}

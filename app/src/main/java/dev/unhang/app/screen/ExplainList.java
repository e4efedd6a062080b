package dev.unhang.app.screen;

import dev.unhang.app.docs.JsonKeys;
import dev.unhang.app.docs.Page;
import dev.unhang.app.docs.Terms;
import dev.unhang.app.text.Lines;
import dev.unhang.app.text.Table;
import dev.unhang.findings.remedy.Remedies;
import dev.unhang.findings.rule.Rules;
import dev.unhang.model.log.HangDump;
import dev.unhang.model.net.OffloadGroup;
import java.util.List;
import java.util.stream.Stream;

/// All that can be explained, kind by kind.
public final class ExplainList {
  private ExplainList() {}

  /// Every word that `unhang explain` takes.
  public static List<String> words() {
    return Stream.of(
            findings(), steps(), fields(), offloads(), new Terms().all(), new JsonKeys().all())
        .flatMap(List::stream)
        .distinct()
        .toList();
  }

  private static List<String> findings() {
    return Rules.all().stream().map(rule -> rule.id().value()).toList();
  }

  private static List<String> steps() {
    return Remedies.all().stream().map(remedy -> remedy.id().value()).toList();
  }

  private static List<String> fields() {
    return Stream.of(HangDump.Field.values()).map(HangDump.Field::label).toList();
  }

  private static List<String> offloads() {
    return Stream.of(OffloadGroup.values()).map(OffloadGroup::shortName).toList();
  }

  public static Lines lines() {
    Lines lines = new Lines();
    Table findings = new Table("finding", "what it says");
    findings().forEach(id -> findings.row(id, title(id)));
    lines.rows(findings);
    Table steps = new Table("step", "what it does");
    steps().forEach(id -> steps.row(id, title(id)));
    lines.gap().rows(steps);
    add(lines, "fields of hang reports", fields());
    add(lines, "offloads", offloads());
    add(lines, "words", new Terms().all());
    add(lines, "keys in JSON", new JsonKeys().all());
    return lines;
  }

  private static String title(String id) {
    return Page.named(id).map(Page::title).orElse("");
  }

  private static void add(Lines lines, String kind, List<String> words) {
    lines.gap().plain(kind).folded("  ", String.join(", ", words));
  }
}

package dev.unhang.app.command;

import dev.unhang.app.console.Console;
import dev.unhang.app.console.ExitCode;
import dev.unhang.app.docs.Page;
import dev.unhang.app.json.Json;
import dev.unhang.app.option.JsonOption;
import dev.unhang.app.option.Spec;
import dev.unhang.app.text.JsonText;
import dev.unhang.app.text.Lines;
import dev.unhang.app.text.Table;
import dev.unhang.findings.rule.Rule;
import dev.unhang.findings.rule.Rules;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `unhang rules`: every finding there can be.
final class RulesCommand implements CliCommand {
  private final CommandSpec spec =
      Spec.command("rules", "Lists every finding that unhang can make; explain tells of each.")
          .addOption(Spec.flag("--json", "one JSON document, unhang.rules/1"));

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public boolean isPaged() {
    return true;
  }

  @Override
  public ExitCode run(ParseResult arguments, Console console) {
    JsonOption.answer(arguments, console, RulesCommand::json, RulesCommand::table);
    return ExitCode.OK;
  }

  private static String title(Rule rule) {
    return Page.of(rule.id()).map(Page::title).orElseThrow();
  }

  private static Lines table() {
    Table table = new Table("finding", "what it says");
    for (Rule rule : Rules.all()) {
      table.row(rule.id().value(), title(rule));
    }
    return new Lines().rows(table);
  }

  private static JsonText json() {
    return Json.document(json ->
        json.string("schema", "unhang.rules/1")
            .objects(
                "rules",
                Rules.all(),
                (each, rule) -> each.string("id", rule.id().value()).string("title", title(rule))));
  }
}

package dev.unhang.app.command;

import dev.unhang.app.console.Console;
import dev.unhang.app.console.ExitCode;
import dev.unhang.app.docs.Page;
import dev.unhang.app.json.Json;
import dev.unhang.app.option.Spec;
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
  public ExitCode run(ParseResult arguments, Console console) {
    console.say(Spec.has(arguments, "--json") ? json() : table());
    return ExitCode.OK;
  }

  private static String title(Rule rule) {
    return Page.of(rule.id()).map(Page::title).orElseThrow();
  }

  private static String table() {
    Table table = new Table("finding", "what it says");
    for (Rule rule : Rules.all()) {
      table.row(rule.id().value(), title(rule));
    }
    return String.join("\n", table.lines());
  }

  private static String json() {
    return Json.document(json ->
        json.string("schema", "unhang.rules/1")
            .objects(
                "rules",
                Rules.all(),
                (each, rule) -> each.string("id", rule.id().value()).string("title", title(rule))));
  }
}

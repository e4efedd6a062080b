package dev.unhang.app.command;

import dev.unhang.app.console.Console;
import dev.unhang.app.console.ExitCode;
import dev.unhang.app.docs.Schema;
import dev.unhang.app.option.Spec;
import dev.unhang.app.option.Usage;
import dev.unhang.app.text.JsonText;
import dev.unhang.app.text.Lines;
import dev.unhang.app.text.Similar;
import dev.unhang.app.text.Table;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `unhang schema [NAME]`: what documents in JSON consist of, for programs that read them.
final class SchemaCommand implements CliCommand {
  private final CommandSpec spec =
      Spec.command("schema", "Prints the JSON Schema of what a command prints with --json.")
          .addPositional(
              Spec.one("NAME", "0..1", "a command, or what a document says: unhang.doctor/1"));

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public ExitCode run(ParseResult arguments, Console console) {
    Optional<String> word = Spec.operands(arguments).stream().findFirst();
    if (word.isEmpty()) {
      Table table = new Table("schema", "of what");
      Schema.all().forEach(each -> table.row(each.name(), each.title()));
      console.say(new Lines().rows(table));
      return ExitCode.OK;
    }
    Schema schema = Schema.named(word.get()).orElseThrow(() -> unknown(word.get()));
    console.say(new JsonText(schema.text().stripTrailing()));
    return ExitCode.OK;
  }

  private static Usage unknown(String word) {
    List<String> names = Schema.all().stream().map(Schema::name).toList();
    return new Usage(
        "there is no schema " + word + Similar.question(word, names), "unhang schema lists them");
  }
}

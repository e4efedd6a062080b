package dev.unhang.app.option;

import dev.unhang.app.console.Console;
import dev.unhang.app.console.ExitCode;
import dev.unhang.app.json.Deed;
import dev.unhang.app.text.JsonText;
import dev.unhang.app.text.Lines;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// `--json` of commands that do something: one document on standard output, the words for a person
/// on the error stream.
public final class JsonOption {
  /// Its name.
  public static final String NAME = "--json";

  private JsonOption() {}

  /// @param schema as docs/schema has it: `fix/1`
  public static OptionSpec spec(String schema) {
    return Spec.flag(NAME, "one JSON document, unhang." + schema);
  }

  public static boolean of(ParseResult arguments) {
    return Spec.has(arguments, NAME);
  }

  /// Whether a command line asks for it, also one that makes no sense.
  public static boolean in(List<String> words) {
    return words.stream().takeWhile(word -> !word.equals("--")).anyMatch(NAME::equals);
  }

  /// Where a person reads what is done.
  public static Console words(ParseResult arguments, Console console) {
    return of(arguments) ? console.aside() : console;
  }

  /// Says the one, or the other.
  public static void answer(
      ParseResult arguments, Console console, Supplier<JsonText> document, Supplier<Lines> screen) {
    if (of(arguments)) {
      console.say(document.get());
    } else {
      console.say(screen.get());
    }
  }

  /// Runs a command, and prints what it did where that is wanted.
  public static ExitCode told(
      ParseResult arguments, Console console, Deed deed, BiFunction<Console, Deed, ExitCode> run) {
    ExitCode code = run.apply(words(arguments, console), deed);
    if (of(arguments)) {
      console.say(deed.document(code));
    }
    return code;
  }
}

package dev.unhang.app.option;

import dev.unhang.app.console.Console;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// What every command takes, for the terminal it is read on: `--color`, and `--no-pager` where it
/// may show much.
///
/// See https://no-color.org
public final class TerminalOptions {
  private static final String COLOR = "--color";
  private static final String NO_PAGER = "--no-pager";

  private TerminalOptions() {}

  /// Adds them to a command.
  public static void add(CommandSpec command, boolean isPaged) {
    command.addOption(
        Spec.value(
            COLOR, "WHEN", "auto (the default), always or never; NO_COLOR is heeded by auto"));
    if (isPaged) {
      command.addOption(
          OptionSpec.builder(NO_PAGER)
              .description("all at once, also what is longer than the terminal is high")
              .build());
    }
  }

  /// Whether colours are wanted. Throws Usage for another word.
  public static boolean colors(ParseResult arguments, Console console) {
    return switch (arguments.matchedOptionValue(COLOR, "auto")) {
      case "always" -> true;
      case "never" -> false;
      case "auto" ->
          console.terminal()
              && console.environment().getOrDefault("NO_COLOR", "").isEmpty()
              && !console.environment().getOrDefault("TERM", "dumb").equals("dumb");
      case String other -> throw new Usage(COLOR + " takes auto, always or never; not " + other);
    };
  }

  /// Whether what is long goes to a pager.
  public static boolean pages(ParseResult arguments, Console console) {
    return console.terminal() && !Spec.has(arguments, NO_PAGER);
  }
}

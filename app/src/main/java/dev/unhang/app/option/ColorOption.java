package dev.unhang.app.option;

import dev.unhang.app.console.Console;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// The option `--color`: on a terminal, unless NO_COLOR is set, or as one says.
///
/// See https://no-color.org
public final class ColorOption {
  private static final String COLOR = "--color";
  private static final String RED = "1;31";
  private static final String YELLOW = "1;33";
  private static final String GREEN = "1;32";

  private ColorOption() {}

  public static OptionSpec spec() {
    return Spec.value(
        COLOR, "WHEN", "auto (the default), always or never; NO_COLOR is heeded by auto");
  }

  /// Whether colours are wanted. Throws Usage for another word.
  public static boolean wanted(ParseResult arguments, Console console) {
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

  /// A screen whose first line, the verdict, has a colour: red where something is broken, yellow
  /// where something is to be done, green where nothing is.
  ///
  /// @param text escaped already
  /// @param severity 2 for broken, 0 for well, anything else between
  public static String verdict(String text, int severity) {
    int end = text.indexOf('\n') < 0 ? text.length() : text.indexOf('\n');
    String color = severity == 2 ? RED : severity == 0 ? GREEN : YELLOW;
    return "\u001b[" + color + "m" + text.substring(0, end) + "\u001b[0m" + text.substring(end);
  }
}

package dev.unhang.app.option;

import dev.unhang.app.console.Console;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// The option `--color`: on a terminal, unless NO_COLOR is set, or as one says.
///
/// See https://no-color.org
public final class ColorOption {
  private static final String COLOR = "--color";
  private static final int RED = 31;
  private static final int YELLOW = 33;
  private static final int GREEN = 32;

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

  /// The colour of a verdict, as SGR counts them: red where something is broken, yellow where
  /// something is to be done, green where nothing is.
  ///
  /// @param severity 2 for broken, 0 for well, anything else between
  public static int[] verdict(int severity) {
    return new int[] {1, severity == 2 ? RED : severity == 0 ? GREEN : YELLOW};
  }
}

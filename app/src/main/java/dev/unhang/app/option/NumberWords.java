package dev.unhang.app.option;

import java.util.OptionalLong;
import picocli.CommandLine.ParseResult;

/// Whole numbers as people type them.
public final class NumberWords {
  private NumberWords() {}

  /// The value of an option; empty where the option is not there.
  ///
  /// @param most below 10^16
  /// @throws Usage where it is no number, or not between the bounds
  public static OptionalLong option(ParseResult arguments, String option, long least, long most) {
    String text = arguments.matchedOptionValue(option, "");
    if (text.isEmpty()) {
      return OptionalLong.empty();
    }
    if (text.matches("\\d{1,16}")) {
      long number = Long.parseLong(text);
      if (number >= least && number <= most) {
        return OptionalLong.of(number);
      }
    }
    throw new Usage(option + " takes a number from " + least + " to " + most + "; not " + text);
  }
}

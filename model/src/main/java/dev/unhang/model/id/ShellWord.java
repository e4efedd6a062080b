package dev.unhang.model.id;

import java.util.regex.Pattern;

/// A word of a command that a person types into a shell.
///
/// POSIX: Shell Command Language, "Single-Quotes"; Utility Syntax Guidelines, guideline 10
public final class ShellWord {
  private static final Pattern PLAIN = Pattern.compile("[\\w@%+=:,./-]+");

  private ShellWord() {}

  /// The word as it has to be typed, so that the shell takes it for one word and for nothing else.
  public static String of(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }

  /// The same as an operand: what begins as an option does has `--` before it.
  public static String operand(String word) {
    return (word.startsWith("-") ? "-- " : "") + of(word);
  }

  /// A command with an operand and options, which stand before an operand that begins as one does.
  ///
  /// @param options ready to be typed, a blank before each; may be empty
  public static String command(String command, String operand, String options) {
    return operand.startsWith("-")
        ? command + options + " " + operand(operand)
        : command + " " + of(operand) + options;
  }
}

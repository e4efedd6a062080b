package dev.unhang.config.shell;

import dev.unhang.config.lines.RawLines;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A line that gives a shell variable its value.
///
/// @param index of its line
/// @param before all up to and with `=`
/// @param quote `"`, `'`, or empty
/// @param value between the quotes, as it is written
/// @param after a comment, or blanks
/// @param isPlain whether it holds nothing that a shell would replace or join with the next line
public record Assignment(
    int index, String before, String quote, String value, String after, boolean isPlain) {
  private static final Pattern LINE =
      Pattern.compile(
          "(\\s*(?:export\\s+)?([A-Za-z_]\\w*)=)"
              + "(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"'#;&|]*))(\\s*(?:#.*)?)");

  /// All lines that set a variable, in the file's order.
  public static List<Assignment> of(RawLines lines, String name) {
    List<Assignment> found = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Matcher line = LINE.matcher(lines.text(i));
      if (line.matches() && line.group(2).equals(name)) {
        found.add(assignment(i, line));
      } else if (mentions(lines.text(i), name)) {
        found.add(new Assignment(i, "", "", lines.text(i).strip(), "", false));
      }
    }
    return found;
  }

  /// Sets it in a way that is not read here: `NAME+=`, or with a value over several lines.
  private static boolean mentions(String text, String name) {
    String line = text.strip();
    String bare = line.startsWith("export ") ? line.substring("export ".length()).strip() : line;
    return bare.startsWith(name + "=") || bare.startsWith(name + "+=");
  }

  private static Assignment assignment(int index, Matcher line) {
    boolean isDouble = line.group(3) != null;
    boolean isSingle = line.group(4) != null;
    String value = isDouble ? line.group(3) : isSingle ? line.group(4) : line.group(5);
    String quote = isDouble ? "\"" : isSingle ? "'" : "";
    boolean isPlain = value.indexOf('\\') < 0 && value.indexOf('`') < 0 && !value.contains("$(");
    return new Assignment(index, line.group(1), quote, value, line.group(6), isPlain);
  }

  /// The last value a variable gets.
  public static Optional<Assignment> last(RawLines lines, String name) {
    return of(lines, name).stream().reduce((earlier, later) -> later);
  }

  /// The line with another value, in double quotes where it had none.
  public String with(String other) {
    String mark = quote.isEmpty() ? "\"" : quote;
    return before + mark + other + mark + after;
  }
}

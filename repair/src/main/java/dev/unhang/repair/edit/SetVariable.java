package dev.unhang.repair.edit;

import dev.unhang.config.lines.RawLines;
import dev.unhang.config.shell.Assignment;
import dev.unhang.repair.edit.EditResult.Edited;
import dev.unhang.repair.edit.EditResult.Refused;
import dev.unhang.repair.edit.EditResult.Unchanged;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Adds words to the value of a shell variable, in the line that sets it, else in a new line at the
/// end.
///
/// @param additions each as a whole: a kernel argument, a group of ethtool's options
/// @param separator what stands between them
public record SetVariable(String name, List<String> additions, String separator) {
  public SetVariable {
    additions = List.copyOf(additions);
  }

  /// The parts that a value already has.
  public static List<String> parts(String value, String separator) {
    return Arrays.stream(value.split(separator.strip().isEmpty() ? "\\s+" : separator.strip()))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }

  /// The edited lines; the given ones are not touched.
  public EditResult<RawLines> apply(RawLines lines) {
    Optional<Assignment> now = Assignment.last(lines, name);
    if (now.filter(line -> !line.isPlain()).isPresent()) {
      return new Refused<>(
          "line " + (now.get().index() + 1) + " sets " + name + " in a way that is not understood",
          "write it as " + name + "=\"…\" on one line");
    }
    List<String> parts = new ArrayList<>(parts(now.map(Assignment::value).orElse(""), separator));
    List<String> missing = additions.stream().filter(each -> !parts.contains(each)).toList();
    if (missing.isEmpty()) {
      return new Unchanged<>(name + " says so already");
    }
    String value = now.map(Assignment::value).orElse("");
    String more = String.join(separator, missing);
    String whole = value.isEmpty() ? more : value + separator + more;
    if (now.map(Assignment::quote).filter("'"::equals).isPresent() && more.indexOf('$') >= 0) {
      return new Refused<>(
          name + " stands in single quotes, in which ${DEVICE} means nothing",
          "put it in double quotes first");
    }
    return new Edited<>(
        now.map(line -> lines.replace(line.index(), line.with(whole)))
            .orElseGet(() -> lines.insertAfter(lines.size() - 1, name + "=\"" + whole + "\"")));
  }
}

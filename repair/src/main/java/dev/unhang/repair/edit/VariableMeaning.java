package dev.unhang.repair.edit;

import dev.unhang.config.lines.RawLines;
import dev.unhang.config.shell.Assignment;
import dev.unhang.model.error.CannotChange;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.host.FileEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Parts of a shell variable's value.
///
/// @param separator what stands between them
record VariableMeaning(String name, String separator) implements Meaning {
  @Override
  public Taken takeOut(FileEdit edit, Content now) {
    RawLines lines = RawLines.of(now);
    List<String> ours = new ArrayList<>(parts(edit.after()));
    ours.removeAll(parts(edit.before()));
    Optional<Assignment> line = Assignment.last(lines, name);
    if (line.isEmpty()) {
      return new Taken(now, List.of(edit.path() + ": " + name + " is not set any more"));
    }
    if (!line.get().isPlain()) {
      throw new CannotChange(
          "undo the edit of",
          edit.path().value(),
          "line " + (line.get().index() + 1) + " is not understood",
          "take it out by hand: " + String.join(separator, ours));
    }
    List<String> rest = new ArrayList<>(SetVariable.parts(line.get().value(), separator));
    List<String> notes = new ArrayList<>();
    for (String part : ours) {
      if (!rest.remove(part)) {
        notes.add(edit.path() + ": " + name + " does not hold it any more: " + part);
      }
    }
    if (notes.size() == ours.size()) {
      return new Taken(now, notes);
    }
    boolean wasThere = Assignment.last(RawLines.of(edit.before()), name).isPresent();
    RawLines edited =
        rest.isEmpty() && !wasThere
            ? lines.remove(line.get().index())
            : lines.replace(line.get().index(), line.get().with(rest(line.get(), ours, rest)));
    return new Taken(edited.content(), notes);
  }

  private List<String> parts(Content content) {
    return Assignment.last(RawLines.of(content), name)
        .map(line -> SetVariable.parts(line.value(), separator))
        .orElse(List.of());
  }

  /// What is left of a value: where our parts are still its end, every byte before them.
  private String rest(Assignment line, List<String> ours, List<String> parts) {
    String tail = separator + String.join(separator, ours);
    return line.value().endsWith(tail)
        ? line.value().substring(0, line.value().length() - tail.length())
        : String.join(separator, parts);
  }
}

package dev.unhang.repair.edit;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import dev.unhang.config.lines.RawLine;
import dev.unhang.config.lines.RawLines;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.host.FileEdit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What an edit did, line by line.
///
/// @param added lines it put in, and what stood in the place of each
/// @param blanks indexes, in the file as the edit left it, of blank lines it put in
/// @param removed lines it took out and put nothing in their place
record Hunks(List<Added> added, Set<Integer> blanks, List<String> removed) {
  Hunks {
    added = List.copyOf(added);
    blanks = Set.copyOf(blanks);
    removed = List.copyOf(removed);
  }

  /// One line that was put in.
  ///
  /// @param index in the file as the edit left it
  /// @param text the line, stripped
  /// @param instead the line that stood there before, as it was; empty where none did
  record Added(int index, String text, Optional<String> instead) {}

  static Hunks of(FileEdit edit) {
    List<Added> added = new ArrayList<>();
    Set<Integer> blanks = new HashSet<>();
    List<String> removed = new ArrayList<>();
    for (AbstractDelta<String> delta :
        DiffUtils.diff(texts(edit.before()), texts(edit.after())).getDeltas()) {
      List<String> from = delta.getSource().getLines();
      List<String> to = delta.getTarget().getLines();
      for (int i = 0; i < to.size(); i++) {
        if (to.get(i).isBlank()) {
          blanks.add(delta.getTarget().getPosition() + i);
        } else {
          added.add(
              new Added(
                  delta.getTarget().getPosition() + i,
                  to.get(i).strip(),
                  i < from.size() ? Optional.of(from.get(i)) : Optional.empty()));
        }
      }
      from.stream().skip(to.size()).forEach(removed::add);
    }
    return new Hunks(added, blanks, removed);
  }

  private static List<String> texts(Content content) {
    return RawLines.of(content).all().stream().map(RawLine::text).toList();
  }

  /// What can't be restored: where it stood is not known any more.
  List<String> lost(FileEdit edit) {
    return removed.stream()
        .filter(line -> !line.isBlank())
        .map(line -> edit.path() + ": this line was taken out and is not restored: " + line.strip())
        .toList();
  }
}

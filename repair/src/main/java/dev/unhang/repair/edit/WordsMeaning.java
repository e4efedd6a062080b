package dev.unhang.repair.edit;

import dev.unhang.config.lines.RawLines;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.host.FileEdit;
import java.util.ArrayList;
import java.util.List;

/// Words of a file that is one line of them: the kernel's arguments.
final class WordsMeaning implements Meaning {
  @Override
  public Taken takeOut(FileEdit edit, Content now) {
    List<String> ours = new ArrayList<>(words(edit.after()));
    ours.removeAll(words(edit.before()));
    List<String> rest = new ArrayList<>(words(now));
    List<String> notes = new ArrayList<>();
    for (String word : ours) {
      if (!rest.remove(word)) {
        notes.add(edit.path() + ": the word is not there any more: " + word);
      }
    }
    return notes.size() == ours.size() || RawLines.of(now).size() == 0
        ? new Taken(now, notes)
        : new Taken(RawLines.of(now).replace(0, String.join(" ", rest)).content(), notes);
  }

  private static List<String> words(Content content) {
    RawLines lines = RawLines.of(content);
    return lines.size() == 0 ? List.of() : SetVariable.parts(lines.text(0), " ");
  }
}

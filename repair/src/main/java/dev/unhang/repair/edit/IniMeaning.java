package dev.unhang.repair.edit;

import dev.unhang.config.lines.RawLines;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.host.FileEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// Keys of a file of sections, each in the section it was put in. A section that the edit made goes
/// with its last key.
final class IniMeaning implements Meaning {
  @Override
  public Taken takeOut(FileEdit edit, Content now) {
    RawLines after = RawLines.of(edit.after());
    RawLines lines = RawLines.of(now);
    Hunks hunks = Hunks.of(edit);
    List<String> notes = new ArrayList<>(hunks.lost(edit));
    for (Hunks.Added line : hunks.added().reversed()) {
      boolean isHeader = isHeader(line.text());
      OptionalInt at = find(lines, line.text(), isHeader ? line.text() : section(after, line));
      if (at.isEmpty()) {
        notes.add(edit.path() + ": the line is not there any more: " + line.text());
      } else if (line.instead().isPresent()) {
        lines = lines.replace(at.getAsInt(), line.instead().get());
      } else if (!isHeader || isEmpty(lines, at.getAsInt())) {
        boolean blankAbove =
            isHeader
                && hunks.blanks().contains(line.index() - 1)
                && at.getAsInt() > 0
                && lines.text(at.getAsInt() - 1).isBlank();
        lines = lines.remove(at.getAsInt());
        lines = blankAbove ? lines.remove(at.getAsInt() - 1) : lines;
      }
    }
    return new Taken(lines.content(), notes);
  }

  private static boolean isHeader(String text) {
    return text.startsWith("[") && text.endsWith("]");
  }

  /// The header above a line.
  private static String section(RawLines lines, Hunks.Added line) {
    String section = "";
    for (int i = 0; i < line.index(); i++) {
      String text = lines.text(i).strip();
      section = isHeader(text) ? text : section;
    }
    return section;
  }

  private static OptionalInt find(RawLines lines, String text, String section) {
    String current = "";
    for (int i = 0; i < lines.size(); i++) {
      String each = lines.text(i).strip();
      current = isHeader(each) ? each : current;
      if (each.equals(text) && current.equals(section)) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  /// Whether nothing but blanks and comments is between a header and the next one.
  private static boolean isEmpty(RawLines lines, int header) {
    for (int i = header + 1; i < lines.size(); i++) {
      String text = lines.text(i).strip();
      if (isHeader(text)) {
        return true;
      }
      if (!text.isEmpty() && !text.startsWith("#") && !text.startsWith(";")) {
        return false;
      }
    }
    return true;
  }
}

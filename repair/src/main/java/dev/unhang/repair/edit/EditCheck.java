package dev.unhang.repair.edit;

import dev.unhang.config.interfaces.InterfacesDocument;
import dev.unhang.config.interfaces.Stanza;
import dev.unhang.config.lines.RawLine;
import java.util.ArrayList;
import java.util.List;

/// Reads an edited document again, before it is written: everything else is as it was, and the new
/// line is read as what it is meant to be.
final class EditCheck {
  private EditCheck() {}

  static boolean onlyAdded(
      InterfacesDocument before, InterfacesDocument after, int at, String nic, String option) {
    List<RawLine> rest = new ArrayList<>(after.lines());
    rest.remove(at);
    return sameText(before.lines(), rest) && isOption(after, at, nic, option);
  }

  /// The line before a new last line gains an ending; its text stays.
  private static boolean sameText(List<RawLine> before, List<RawLine> after) {
    if (before.size() != after.size()) {
      return false;
    }
    for (int i = 0; i < before.size(); i++) {
      if (!before.get(i).content().equals(after.get(i).content())) {
        return false;
      }
    }
    return true;
  }

  private static boolean isOption(InterfacesDocument document, int at, String nic, String option) {
    return document.again().definition(nic).map(Stanza::options).orElse(List.of()).stream()
        .anyMatch(
            each -> each.firstLine() == at && (each.name() + " " + each.value()).equals(option));
  }
}

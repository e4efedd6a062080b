package dev.unhang.repair.edit;

import dev.unhang.config.interfaces.InterfacesDocument;
import dev.unhang.config.interfaces.Option;
import dev.unhang.config.interfaces.Stanza;
import dev.unhang.repair.edit.EditResult.Edited;
import dev.unhang.repair.edit.EditResult.Unchanged;

/// Takes an option line out of whatever stanza it stands in now: others may have rewritten or
/// renamed the stanza since it was put there.
///
/// @param option the line without indent
public record RemoveStanzaOption(String option) {
  /// The edited document; the given one is not touched.
  public EditResult apply(InterfacesDocument document) {
    for (Stanza stanza : document.stanzas()) {
      for (Option each : stanza.options()) {
        boolean single = each.firstLine() == each.lastLine();
        if (single && document.lines().get(each.firstLine()).text().strip().equals(option)) {
          return new Edited(document.remove(each.firstLine()));
        }
      }
    }
    return new Unchanged("the line is not there any more");
  }
}

package dev.unhang.repair.edit;

import dev.unhang.config.interfaces.InterfacesDocument;
import dev.unhang.repair.edit.EditResult.Edited;
import dev.unhang.repair.edit.EditResult.Refused;
import dev.unhang.repair.edit.EditResult.Unchanged;

/// Takes an option line out of whatever stanza it stands in now: others may have rewritten or
/// renamed the stanza since it was put there.
///
/// @param owner the interface in whose stanza it was put
/// @param option the line without indent
public record RemoveStanzaOption(String owner, String option) {
  /// The edited document; the given one is not touched.
  public EditResult<InterfacesDocument> apply(InterfacesDocument document) {
    OwnOption.Found found = OwnOption.find(document, owner, option);
    if (found.why().isPresent()) {
      return new Refused<>(found.why().get(), "take it out by hand: " + option);
    }
    return found.line() < 0
        ? new Unchanged<>("the line is not there any more")
        : new Edited<>(document.remove(found.line()));
  }
}

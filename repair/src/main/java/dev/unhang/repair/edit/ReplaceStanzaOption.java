package dev.unhang.repair.edit;

import dev.unhang.config.interfaces.InterfacesDocument;
import dev.unhang.repair.edit.EditResult.Edited;
import dev.unhang.repair.edit.EditResult.Refused;
import dev.unhang.repair.edit.EditResult.Unchanged;

/// Puts another option in an option's place, with the same indent.
///
/// @param owner the interface whose stanza is meant
/// @param from the option's line without indent
/// @param to the same of what takes its place
public record ReplaceStanzaOption(String owner, String from, String to) {
  /// The edited document; the given one is not touched.
  public EditResult<InterfacesDocument> apply(InterfacesDocument document) {
    OwnOption.Found found = OwnOption.find(document, owner, from);
    if (found.why().isPresent()) {
      return new Refused<>(found.why().get(), "change it by hand: " + from);
    }
    return found.line() < 0
        ? new Unchanged<>("the line is not there any more")
        : new Edited<>(
            document.replace(found.line(), document.lines().get(found.line()).indent() + to));
  }
}

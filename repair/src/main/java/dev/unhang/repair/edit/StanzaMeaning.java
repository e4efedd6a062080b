package dev.unhang.repair.edit;

import dev.unhang.config.interfaces.InterfacesDocument;
import dev.unhang.config.interfaces.Stanza;
import dev.unhang.model.error.CannotChange;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.host.FileEdit;
import java.util.ArrayList;
import java.util.List;

/// Options of interfaces(5), in whatever stanza they stand now: others rename and reorder stanzas.
final class StanzaMeaning implements Meaning {
  @Override
  public Taken takeOut(FileEdit edit, Content now) {
    InterfacesDocument after = InterfacesDocument.parse(edit.after());
    InterfacesDocument document = InterfacesDocument.parse(now);
    Hunks hunks = Hunks.of(edit);
    List<String> notes = new ArrayList<>(hunks.lost(edit));
    for (Hunks.Added line : hunks.added()) {
      String owner = owner(after, line.index());
      EditResult<InterfacesDocument> result =
          line.instead().isPresent()
              ? new ReplaceStanzaOption(owner, line.text(), line.instead().get().strip())
                  .apply(document)
              : new RemoveStanzaOption(owner, line.text()).apply(document);
      switch (result) {
        case EditResult.Edited<InterfacesDocument> edited -> document = edited.document();
        case EditResult.Unchanged<InterfacesDocument> gone ->
            notes.add(edit.path() + ": " + gone.why() + ": " + line.text());
        case EditResult.Refused<InterfacesDocument> refused ->
            throw new CannotChange(
                "undo the edit of", edit.path().value(), refused.why(), refused.hint());
      }
    }
    return new Taken(document.content(), notes);
  }

  /// The interface in whose stanza a line stands.
  private static String owner(InterfacesDocument document, int line) {
    String owner = "";
    for (Stanza stanza : document.stanzas()) {
      if (stanza.firstLine() <= line && !stanza.arguments().isEmpty()) {
        owner = stanza.arguments().getFirst();
      }
    }
    return owner;
  }
}

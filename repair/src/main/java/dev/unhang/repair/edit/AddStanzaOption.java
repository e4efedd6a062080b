package dev.unhang.repair.edit;

import dev.unhang.config.interfaces.InterfacesDocument;
import dev.unhang.config.interfaces.Stanza;
import dev.unhang.config.lines.RawLine;
import dev.unhang.repair.edit.EditResult.Edited;
import dev.unhang.repair.edit.EditResult.Refused;
import dev.unhang.repair.edit.EditResult.Unchanged;
import java.util.Optional;

/// Puts an option line into an interface's stanza, behind its last option, indented as its
/// neighbours are.
///
/// @param nic the interface whose `iface` stanza is meant
/// @param option the line without indent: `post-up ethtool …`
public record AddStanzaOption(String nic, String option) {
  /// Where nothing in the file shows how its owner indents.
  private static final String USUAL_INDENT = "\t";

  /// The edited document; the given one is not touched.
  public EditResult<InterfacesDocument> apply(InterfacesDocument document) {
    Optional<Stanza> stanza = document.definition(nic);
    if (stanza.isEmpty()) {
      return new Refused<>(
          "there is no stanza 'iface " + nic + "'", "add 'iface " + nic + " inet manual' first");
    }
    if (document.lines().get(stanza.get().firstLine()).text().strip().startsWith("auto")) {
      return new Refused<>(
          "what is told of " + nic + " stands below 'auto " + nic + "', with no stanza",
          "put 'iface " + nic + "' between them first");
    }
    if (holds(document, stanza.get())) {
      return new Unchanged<>("the line is there already");
    }
    int after = stanza.get().lastLine();
    Optional<Integer> template =
        TemplateBlocks.of(document.lines()).within(stanza.get().firstLine(), after);
    if (template.isPresent()) {
      return new Refused<>(
          "line "
              + (template.get() + 1)
              + " is of a template, which makes lines that are not in the file",
          "put the line into the template by hand");
    }
    if (document.lines().get(after).isContinued()) {
      return new Refused<>(
          "line " + (after + 1) + " ends in a backslash with nothing behind it",
          "take that backslash away first");
    }
    InterfacesDocument edited =
        document.insertAfter(after, indent(document, stanza.get()) + option);
    return EditCheck.onlyAdded(document, edited, after + 1, nic, option)
        ? new Edited<>(edited)
        : new Refused<>(
            "the line would not be read as an option of " + nic,
            "look at the lines around " + (after + 1));
  }

  private boolean holds(InterfacesDocument document, Stanza stanza) {
    return stanza.options().stream()
        .anyMatch(each -> document.lines().get(each.firstLine()).text().strip().equals(option));
  }

  private static String indent(InterfacesDocument document, Stanza stanza) {
    if (!stanza.options().isEmpty()) {
      return line(document, stanza.options().getLast().firstLine()).indent();
    }
    return document.stanzas().stream()
        .filter(each -> !each.options().isEmpty())
        .map(each -> line(document, each.options().getFirst().firstLine()).indent())
        .findFirst()
        .orElse(USUAL_INDENT);
  }

  private static RawLine line(InterfacesDocument document, int index) {
    return document.lines().get(index);
  }
}

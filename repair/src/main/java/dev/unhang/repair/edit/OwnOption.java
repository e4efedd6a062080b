package dev.unhang.repair.edit;

import dev.unhang.config.interfaces.InterfacesDocument;
import dev.unhang.config.interfaces.Option;
import dev.unhang.config.interfaces.Stanza;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds an option by what it says. Lines that say `$IFACE` are the same for every NIC: the stanza
/// of the owner comes first, and another one only counts where no third has the line too.
final class OwnOption {
  private OwnOption() {}

  /// Where an option is.
  ///
  /// @param line index of its only line; below 0 where it is not there
  /// @param why it can't be used; empty where it can
  record Found(int line, Optional<String> why) {}

  /// @param owner the interface in whose stanza it was put
  /// @param text the line without indent
  static Found find(InterfacesDocument document, String owner, String text) {
    List<Option> own = new ArrayList<>();
    List<Option> others = new ArrayList<>();
    for (Stanza stanza : document.stanzas()) {
      for (Option option : stanza.options()) {
        if (document.lines().get(option.firstLine()).text().strip().equals(text)) {
          (stanza.defines(owner) ? own : others).add(option);
        }
      }
    }
    if (own.isEmpty() && others.size() > 1) {
      return new Found(
          -1, Optional.of("the line stands in several stanzas, and in none of " + owner));
    }
    if (own.isEmpty() && others.isEmpty()) {
      return new Found(-1, Optional.empty());
    }
    Option option = own.isEmpty() ? others.getFirst() : own.getFirst();
    return option.firstLine() == option.lastLine()
        ? new Found(option.firstLine(), Optional.empty())
        : new Found(option.firstLine(), Optional.of("the line goes on in the next one"));
  }
}

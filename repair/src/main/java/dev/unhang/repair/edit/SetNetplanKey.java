package dev.unhang.repair.edit;

import dev.unhang.config.netplan.NetplanDocument;
import dev.unhang.config.netplan.NetplanDocument.Node;
import dev.unhang.repair.edit.EditResult.Edited;
import dev.unhang.repair.edit.EditResult.Refused;
import dev.unhang.repair.edit.EditResult.Unchanged;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Sets a key of a netplan definition, indented as its neighbours are.
///
/// Man: netplan(5)
///
/// @param parent the keys above it: `network`, `ethernets`, the definition's id
public record SetNetplanKey(List<String> parent, String name, String value) {
  public SetNetplanKey {
    parent = List.copyOf(parent);
  }

  /// The edited document; the given one is not touched.
  public EditResult<NetplanDocument> apply(NetplanDocument document) {
    if (document.oddity().isPresent()) {
      return new Refused<>(
          document.oddity().get(), "write the file as plain keys, a line each, then try again");
    }
    Optional<Node> above = document.at(parent);
    List<Node> siblings = document.below(parent);
    if (above.isEmpty() || siblings.isEmpty()) {
      return new Refused<>(
          "nothing stands below " + String.join(".", parent), "give it a key first: dhcp4: true");
    }
    List<String> path = path();
    Optional<Node> now = document.at(path);
    if (now.filter(key -> key.value().equals(value)).isPresent()) {
      return new Unchanged<>("it is set so already");
    }
    String line = " ".repeat(siblings.getFirst().indent()) + name + ": " + value;
    NetplanDocument edited =
        NetplanDocument.parse(
            (now.isPresent()
                    ? document.lines().replace(now.get().index(), line)
                    : document.lines().insertAfter(document.lastLine(above.get()), line))
                .content());
    boolean took = edited.at(path).filter(key -> key.value().equals(value)).isPresent();
    return took && edited.oddity().isEmpty() && others(edited).equals(others(document))
        ? new Edited<>(edited)
        : new Refused<>(
            "the new line would not be read as a key of " + parent.getLast(),
            "look at the lines below it");
  }

  private List<String> path() {
    List<String> path = new ArrayList<>(parent);
    path.add(name);
    return path;
  }

  /// What else the file says, whatever its lines' numbers are.
  private List<String> others(NetplanDocument document) {
    return document.keys().stream()
        .filter(key -> !key.path().equals(path()))
        .map(key -> key.path() + "=" + key.value())
        .toList();
  }
}

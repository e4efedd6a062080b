package dev.unhang.repair.edit;

import dev.unhang.config.netplan.NetplanDocument;
import dev.unhang.config.netplan.NetplanDocument.Node;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.host.FileEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Keys of netplan, at the path they were put at, while they have the value they were given.
final class NetplanMeaning implements Meaning {
  @Override
  public Taken takeOut(FileEdit edit, Content now) {
    NetplanDocument after = NetplanDocument.parse(edit.after());
    NetplanDocument document = NetplanDocument.parse(now);
    Hunks hunks = Hunks.of(edit);
    List<String> notes = new ArrayList<>(hunks.lost(edit));
    for (Hunks.Added line : hunks.added()) {
      Optional<Node> ours =
          after.keys().stream().filter(key -> key.index() == line.index()).findFirst();
      NetplanDocument current = document;
      Optional<Node> there =
          ours.flatMap(
              key -> current.at(key.path()).filter(found -> found.value().equals(key.value())));
      if (there.isEmpty()) {
        notes.add(edit.path() + ": the line is not there any more: " + line.text());
        continue;
      }
      int at = there.get().index();
      String indent = document.lines().all().get(at).indent();
      document =
          NetplanDocument.parse(
              line.instead()
                  .map(text -> current.lines().replace(at, indent + text.strip()))
                  .orElseGet(() -> current.lines().remove(at))
                  .content());
    }
    return new Taken(document.lines().content(), notes);
  }
}

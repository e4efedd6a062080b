package dev.unhang.app.json;

import dev.unhang.app.text.JsonText;
import dev.unhang.model.change.Change;
import dev.unhang.model.id.BootId;
import dev.unhang.model.id.PciAddress;
import dev.unhang.watch.order.Titles;
import java.util.List;
import java.util.Optional;

/// `unhang.history/1`: the ledger, oldest first.
public final class HistoryJson {
  private HistoryJson() {}

  /// @param boot the one that runs, which tells a trial that it cut off; empty where it is not
  ///   known
  public static JsonText document(List<Change> history, Optional<BootId> boot) {
    return Json.document(json ->
        json.string("schema", "unhang.history/1")
            .objects(
                "changes",
                history,
                (each, change) -> {
                  change(each, change, boot.map(change::stateIn).orElse(change.state()));
                  each.string("by", Titles.isOurs(change.title()) ? "watch" : "command");
                }));
  }

  static void change(Json json, Change change, Change.State state) {
    json.number("number", change.number())
        .string("begun", change.begun().toString())
        .string("interface", change.nic().value())
        .string("pci", change.pci().map(PciAddress::value))
        .string("title", change.title())
        .string("state", state.word());
  }
}

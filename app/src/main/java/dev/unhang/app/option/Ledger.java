package dev.unhang.app.option;

import dev.unhang.app.wiring.Host;
import dev.unhang.model.change.Change;
import dev.unhang.model.error.NeedsRoot;
import java.util.List;

/// The ledger, for those who may do without it.
public final class Ledger {
  private Ledger() {}

  /// What is on record; nothing for a reader who may not see it. Damage is still an error.
  public static List<Change> readable(Host host) {
    if (!host.mayChange().getAsBoolean()) {
      return List.of();
    }
    try {
      return host.ledger().history();
    } catch (NeedsRoot not_for_us) {
      return List.of();
    }
  }
}

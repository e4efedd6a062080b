package dev.unhang.repair.recover;

import dev.unhang.model.table.Table;
import java.util.List;
import java.util.Optional;

/// What a driver does when it is asked to renegotiate the link: negotiation-resets.tsv. Most tell
/// the PHY alone, which leaves a transmit unit that stands still as it is.
final class NegotiationResets {
  private static final int COLUMNS = 3;
  private static final String ADAPTER = "adapter";

  private NegotiationResets() {}

  /// Why that does not reset the transmit unit; empty where the driver is known to do so.
  static Optional<String> pointless(String driver) {
    Optional<String> effect =
        rows().stream()
            .filter(row -> row.getFirst().equals(driver))
            .map(row -> row.get(1))
            .findFirst();
    if (effect.isEmpty()) {
      return Optional.of("whether " + driver + " resets its adapter for that is not known here");
    }
    return effect.get().equals(ADAPTER)
        ? Optional.empty()
        : Optional.of(driver + " restarts the negotiation alone: its transmit unit stays as it is");
  }

  /// The table, for tests of it.
  static List<List<String>> rows() {
    return Table.read(NegotiationResets.class, "negotiation-resets.tsv", COLUMNS).rows();
  }
}

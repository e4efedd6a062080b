package dev.unhang.model.plan;

import dev.unhang.model.table.Table;
import java.util.List;
import java.util.Optional;

/// What a driver resets when it is asked to renegotiate the link: negotiation-resets.tsv. Most tell
/// the PHY alone, which leaves a transmit unit that stands still as it is.
public enum NegotiationReset {
  /// The transmit unit too.
  ADAPTER,
  /// The negotiation alone.
  LINK,
  /// Not known here.
  UNKNOWN;

  private static final int COLUMNS = 3;

  /// What that driver resets.
  public static NegotiationReset of(String driver) {
    return rows().stream()
        .filter(row -> row.getFirst().equals(driver))
        .map(row -> row.get(1).equals("adapter") ? ADAPTER : LINK)
        .findFirst()
        .orElse(UNKNOWN);
  }

  /// Why that does not reset the transmit unit; empty where the driver is known to do so.
  public static Optional<String> pointless(String driver) {
    return switch (of(driver)) {
      case ADAPTER -> Optional.empty();
      case LINK ->
          Optional.of(driver + " restarts the negotiation alone: its transmit unit stays as it is");
      case UNKNOWN ->
          Optional.of("whether " + driver + " resets its adapter for that is not known here");
    };
  }

  /// The table: driver, effect, source.
  public static List<List<String>> rows() {
    return Table.read(NegotiationReset.class, "negotiation-resets.tsv", COLUMNS).rows();
  }
}

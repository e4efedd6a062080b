package dev.unhang.model.log;

import dev.unhang.model.evidence.Place;
import dev.unhang.model.id.BootId;
import java.util.Optional;

/// All lines of one boot that report one fault of one NIC.
///
/// @param first the first of them
/// @param text the first line, without its stamp
public record FaultLines(
    Optional<BootId> boot,
    LoggedNic nic,
    Fault fault,
    long lines,
    LogStamp first,
    LogStamp last,
    Place place,
    String text) {
  /// The same of the NIC as other evidence names it.
  public FaultLines named(LoggedNic other) {
    return new FaultLines(boot, other, fault, lines, first, last, place, text);
  }
}

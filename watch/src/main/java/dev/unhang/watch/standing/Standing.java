package dev.unhang.watch.standing;

import dev.unhang.watch.machine.Moment;
import dev.unhang.watch.machine.NicStanding;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How things stand on the host at one moment.
///
/// @param started when the watch started
/// @param at when this was so
/// @param held why nothing may be changed; empty where it may
/// @param nics every NIC that was seen, in the order of their keys
/// @param counts what was counted since the start, by the NIC's key; one that did not hang has none
/// @param distrusted lines that spoke of a hang and whose record named no such card
/// @param passedOver lines of a flooded log that were not looked at one by one
/// @param troubles how often the kernel's log could not be read whole, as where records were
///   overwritten before they were read
public record Standing(
    Moment started,
    Moment at,
    Optional<String> held,
    List<NicStanding> nics,
    Map<String, Counts> counts,
    long distrusted,
    long passedOver,
    long troubles) {
  public Standing {
    nics = List.copyOf(nics);
    counts = Map.copyOf(counts);
  }

  /// What was counted of one.
  public Counts of(NicStanding nic) {
    return counts.getOrDefault(nic.nic().key(), Counts.NONE);
  }
}

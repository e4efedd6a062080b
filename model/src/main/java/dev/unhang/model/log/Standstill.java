package dev.unhang.model.log;

import dev.unhang.model.evidence.Place;
import dev.unhang.model.id.BootId;
import dev.unhang.model.log.Episode.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// One time that a NIC's transmit side stood still, by all lines that tell it: the core's watchdog,
/// and the driver's own words. What the driver reports as a hang of its unit is an [Episode]
/// instead.
///
/// @param queues those that lines name, in ascending order; empty where none does
/// @param first of its lines
/// @param place of the first line
/// @param text the first line, without its stamp
/// @param byCore whether the core's watchdog is among those that tell it
/// @param lasted since the last packet was sent, the longest that a line tells; empty where none
///   tells it
/// @param outcome [Outcome#RESET_BY_DRIVER] where the driver says that it resets the NIC, or did so
///   soon after
public record Standstill(
    Optional<BootId> boot,
    LoggedNic nic,
    List<Integer> queues,
    LogStamp first,
    LogStamp last,
    Place place,
    String text,
    long lines,
    boolean byCore,
    Optional<Duration> lasted,
    Outcome outcome,
    Optional<Place> outcomePlace) {
  public Standstill {
    queues = List.copyOf(queues);
  }

  /// The same with its NIC named as the rest of the log names it.
  public Standstill named(LoggedNic other) {
    return new Standstill(
        boot,
        other,
        queues,
        first,
        last,
        place,
        text,
        lines,
        byCore,
        lasted,
        outcome,
        outcomePlace);
  }
}

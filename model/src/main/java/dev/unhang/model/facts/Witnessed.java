package dev.unhang.model.facts;

import dev.unhang.model.evidence.Place;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What another machine saw: targets that went dark together, by that machine's clock.
///
/// @param targets who did
/// @param hosts they sit on, as the witness was told; empty where no map had them
/// @param lastAnswer when the last probe was sent that one of them answered before
/// @param since when the first probe was sent that one of them did not answer
/// @param until when the last of them answered again; empty where the witness did not see that
/// @param part which part failed, in the witness's words
/// @param place in its log
public record Witnessed(
    List<String> targets,
    List<String> hosts,
    Instant lastAnswer,
    Instant since,
    Optional<Instant> until,
    String part,
    Place place) {
  public Witnessed {
    targets = List.copyOf(targets);
    hosts = List.copyOf(hosts);
  }

  /// The same, seen until then.
  public Witnessed until(Instant end) {
    return new Witnessed(targets, hosts, lastAnswer, since, Optional.of(end), part, place);
  }
}

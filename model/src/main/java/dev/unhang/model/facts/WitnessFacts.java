package dev.unhang.model.facts;

import dev.unhang.model.evidence.Origin;
import java.time.Instant;
import java.util.List;

/// All that one witness's log says.
///
/// @param from its first line, by the witness's clock
/// @param to its last line: the witness says now and then that it still looks
/// @param dark in the order they were noticed
public record WitnessFacts(Origin origin, Instant from, Instant to, List<Witnessed> dark) {
  public WitnessFacts {
    dark = List.copyOf(dark);
  }
}

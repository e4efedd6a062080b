package dev.unhang.hosts.kernellog;

import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Place;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.Trouble;
import dev.unhang.model.log.LogFacts;
import java.util.Optional;

/// A log with one more thing to say of how it was read.
final class Troubled {
  private Troubled() {}

  static Reading<LogFacts> with(Reading<LogFacts> log, Origin origin, String what) {
    Optional<LogFacts> known = log.known();
    if (known.isEmpty()) {
      return log;
    }
    LogFacts facts = known.get().with(new Trouble(new Place.Whole(origin), what));
    return new Reading.Partly<>(facts, facts.troubles(), origin);
  }
}

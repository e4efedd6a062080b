package dev.unhang.hosts.kernellog;

import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Place;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.Trouble;
import dev.unhang.model.log.LogFacts;
import java.util.Optional;

/// A log with one more thing to say of how it was read.
public final class Troubled {
  private Troubled() {}

  static Reading<LogFacts> with(Reading<LogFacts> log, Origin origin, String what) {
    return with(log, origin, new Trouble(new Place.Whole(origin), what));
  }

  /// The same, where it was not read to its end.
  ///
  /// @param why it was not
  public static Reading<LogFacts> cut(Reading<LogFacts> log, Origin origin, String why) {
    return with(log, origin, Trouble.end(new Place.Whole(origin), why));
  }

  private static Reading<LogFacts> with(Reading<LogFacts> log, Origin origin, Trouble trouble) {
    Optional<LogFacts> known = log.known();
    if (known.isEmpty()) {
      return log;
    }
    LogFacts facts = known.get().with(trouble);
    return new Reading.Partly<>(facts, facts.troubles(), origin);
  }
}

package dev.unhang.app.text;

import dev.unhang.findings.witness.DownInterval;
import dev.unhang.findings.witness.FailedPart;
import dev.unhang.findings.witness.ReachabilityTracker;
import java.time.Instant;
import java.util.List;

/// How a witness tells what it sees, a call for each event.
public interface WitnessTelling {
  /// It begins to look.
  void begin(Instant at);

  /// Some went dark together.
  void dark(Instant at, ReachabilityTracker.Together together, FailedPart part);

  /// Some answer again.
  void back(Instant at, List<DownInterval> spells);

  /// It still looks.
  void alive(Instant at, ReachabilityTracker.Standing standing);
}

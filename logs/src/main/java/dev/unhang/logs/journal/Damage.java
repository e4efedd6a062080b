package dev.unhang.logs.journal;

import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Place;
import dev.unhang.model.evidence.Trouble;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Damage met in one file: that nearest to its beginning is named, the rest counted. Several
/// threads may add; what is listed doesn't depend on which was first.
final class Damage {
  /// Enough to tell what is wrong.
  private static final int MAX = 10;

  private final Origin origin;
  private final TreeMap<Long, String> met = new TreeMap<>();
  private long leftOut;

  Damage(Origin origin) {
    this.origin = origin;
  }

  /// @param offset where in the file; one trouble is kept for each
  synchronized void add(long offset, String what) {
    if (met.putIfAbsent(offset, what) != null) {
      return;
    }
    if (met.size() > MAX) {
      met.pollLastEntry();
      leftOut++;
    }
  }

  synchronized List<Trouble> troubles() {
    List<Trouble> troubles = new ArrayList<>();
    for (Map.Entry<Long, String> each : met.entrySet()) {
      troubles.add(trouble("at byte " + each.getKey() + ": " + each.getValue()));
    }
    if (leftOut > 0) {
      troubles.add(trouble("more damage, not listed: " + leftOut));
    }
    return troubles;
  }

  private Trouble trouble(String what) {
    return new Trouble(new Place.Whole(origin), what);
  }
}

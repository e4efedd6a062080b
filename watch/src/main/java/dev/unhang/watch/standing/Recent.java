package dev.unhang.watch.standing;

import dev.unhang.watch.machine.NicStanding;
import dev.unhang.watch.sense.Traffic;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What NICs carried lately: for whoever looks after an alert, not only from now on. May be used by
/// several threads.
public final class Recent {
  /// Ten minutes, a point a second.
  public static final int POINTS = 600;

  /// More of them are shown without their past.
  private static final int MOST_NICS = 64;

  private final Map<String, Deque<Point>> nics = new HashMap<>();

  /// One moment of one NIC.
  public record Point(Instant at, Traffic traffic) {}

  /// Things stand so now.
  public synchronized void accept(Standing now) {
    nics.keySet().retainAll(now.nics().stream().map(nic -> nic.nic().key()).toList());
    for (NicStanding nic : now.nics()) {
      nic.traffic().ifPresent(traffic -> add(nic.nic().key(), new Point(now.at().wall(), traffic)));
    }
  }

  private void add(String key, Point point) {
    if (nics.size() < MOST_NICS || nics.containsKey(key)) {
      Deque<Point> points = nics.computeIfAbsent(key, none -> new ArrayDeque<>());
      points.addLast(point);
      if (points.size() > POINTS) {
        points.removeFirst();
      }
    }
  }

  /// Of one NIC, oldest first.
  ///
  /// @param key as [dev.unhang.watch.sense.WatchedNic] has it
  public synchronized List<Point> of(String key) {
    return List.copyOf(nics.getOrDefault(key, new ArrayDeque<>()));
  }
}

package dev.unhang.repair.prove;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// One time that a NIC stood still, or several that followed one another at once.
///
/// @param first when it was first reported
/// @param last when it was last reported
/// @param times how often it stood still
public record Hang(Instant first, Instant last, int times) {
  /// A NIC that hangs again so soon after its reset hangs for the same cause: most often the same
  /// transfer goes on.
  public static final Duration SAME_BURST = Duration.ofMinutes(10);

  /// One.
  public Hang(Instant first, Instant last) {
    this(first, last.isBefore(first) ? first : last, 1);
  }

  /// Those that begin soon after the one before was last reported, joined with it.
  public static List<Hang> joined(List<Hang> hangs, Duration within) {
    List<Hang> sorted = new ArrayList<>(hangs);
    sorted.sort(Comparator.comparing(Hang::first));
    List<Hang> joined = new ArrayList<>();
    for (Hang hang : sorted) {
      if (!joined.isEmpty() && !hang.first.isAfter(joined.getLast().last.plus(within))) {
        Hang before = joined.removeLast();
        Instant last = hang.last.isAfter(before.last) ? hang.last : before.last;
        joined.add(new Hang(before.first, last, before.times + hang.times));
      } else {
        joined.add(hang);
      }
    }
    return List.copyOf(joined);
  }
}

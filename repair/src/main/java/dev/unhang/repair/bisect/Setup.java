package dev.unhang.repair.bisect;

import dev.unhang.model.net.OffloadGroup;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What is to be found out, and where it ends.
///
/// @param among the groups that may be switched off, the likeliest first; each once
/// @param takesAlong groups that the kernel switches off with one, whether asked to or not
/// @param longestRun exposure of one run at most, in the unit in which runs are counted
/// @param mostHangs how many may be provoked
/// @param mostExposure how much may be spent in all
public record Setup(
    List<OffloadGroup> among,
    Map<OffloadGroup, Set<OffloadGroup>> takesAlong,
    double longestRun,
    int mostHangs,
    double mostExposure) {
  /// All sets of more would take too long to weigh.
  public static final int MOST = 10;

  /// TSO needs scatter-gather and checksums of the card, and GSO scatter-gather.
  ///
  /// Kernel: net/core/dev.c, netdev_fix_features() (v6.1)
  public static final Map<OffloadGroup, Set<OffloadGroup>> BY_KERNEL =
      Map.of(
          OffloadGroup.SG,
          Set.of(OffloadGroup.TSO, OffloadGroup.GSO),
          OffloadGroup.TX,
          Set.of(OffloadGroup.TSO));

  public Setup {
    among = List.copyOf(among);
    takesAlong = Map.copyOf(takesAlong);
    if (among.isEmpty() || among.size() > MOST || EnumSet.copyOf(among).size() < among.size()) {
      throw new IllegalArgumentException("1 to " + MOST + " different groups; not " + among);
    }
    if (!(longestRun > 0) || !(mostExposure > 0) || mostHangs < 1) {
      throw new IllegalArgumentException("no room for a run");
    }
  }

  /// Those of a set, in their order.
  Set<OffloadGroup> groups(int set) {
    Set<OffloadGroup> groups = EnumSet.noneOf(OffloadGroup.class);
    for (int i = 0; i < among.size(); i++) {
      if ((set >> i & 1) == 1) {
        groups.add(among.get(i));
      }
    }
    return groups;
  }

  /// The set of groups, a bit for each place in the order.
  ///
  /// @throws IllegalArgumentException for one that is not among them
  int set(Set<OffloadGroup> groups) {
    int set = 0;
    for (OffloadGroup group : groups) {
      int at = among.indexOf(group);
      if (at < 0) {
        throw new IllegalArgumentException(group + " is not among " + among);
      }
      set |= 1 << at;
    }
    return set;
  }

  /// A set with what the kernel switches off along with it. What goes along takes none along.
  int closed(int set) {
    int closed = set;
    for (Map.Entry<OffloadGroup, Set<OffloadGroup>> each : takesAlong.entrySet()) {
      int at = among.indexOf(each.getKey());
      if (at >= 0 && (set >> at & 1) == 1) {
        for (OffloadGroup along : each.getValue()) {
          closed |= among.contains(along) ? 1 << among.indexOf(along) : 0;
        }
      }
    }
    return closed;
  }

  /// All of them.
  int all() {
    return (1 << among.size()) - 1;
  }

  /// Sets of one size, the likeliest groups first.
  List<Integer> ofSize(int size) {
    List<Integer> sets = new ArrayList<>();
    for (int set = 1; set <= all(); set++) {
      if (Integer.bitCount(set) == size) {
        sets.add(set);
      }
    }
    return sets;
  }
}

package dev.unhang.hosts.kernellog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;

/// Which of the things that several logs tell are told by two of them. Looked up by keys: a log of
/// ten thousand NICs is as quick, a thing, as one of ten.
///
/// @param <T> a thing told
final class Copies<T> {
  /// Things that share a key without being the same, as many as are compared: more of them are what
  /// a person made up.
  private static final int MOST_COMPARED = 200;

  private record Told<T>(int log, T thing) {}

  private final Function<T, List<Object>> keys;
  private final BiPredicate<T, T> same;
  private final Comparator<T> fuller;
  private final Map<Object, List<Told<T>>> byKey = new HashMap<>();
  private final Set<T> poorer = Collections.newSetFromMap(new IdentityHashMap<>());

  /// @param keys things that are the same have one in common
  /// @param fuller the greater of two copies counts; of equal ones the first
  Copies(Function<T, List<Object>> keys, BiPredicate<T, T> same, Comparator<T> fuller) {
    this.keys = keys;
    this.same = same;
    this.fuller = fuller;
  }

  void add(int log, List<T> things) {
    for (T thing : things) {
      Told<T> told = new Told<>(log, thing);
      List<Object> itsKeys = keys.apply(thing);
      for (Object key : itsKeys) {
        compare(told, byKey.getOrDefault(key, List.of()));
      }
      for (Object key : new HashSet<>(itsKeys)) {
        byKey.computeIfAbsent(key, fresh -> new ArrayList<>()).add(told);
      }
    }
  }

  private void compare(Told<T> told, List<Told<T>> others) {
    int compared = 0;
    for (Told<T> other : others) {
      if (poorer.contains(told.thing()) || ++compared > MOST_COMPARED) {
        return;
      }
      if (other.log() != told.log()
          && !poorer.contains(other.thing())
          && same.test(other.thing(), told.thing())) {
        boolean better = fuller.compare(other.thing(), told.thing()) < 0;
        poorer.add((better ? other : told).thing());
      }
    }
  }

  /// Whether no other log tells it better.
  boolean counts(T thing) {
    return !poorer.contains(thing);
  }
}

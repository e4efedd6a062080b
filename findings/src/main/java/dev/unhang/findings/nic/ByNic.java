package dev.unhang.findings.nic;

import dev.unhang.model.log.LoggedNic;
import dev.unhang.model.log.SameNic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/// Things that logs say of NICs, found by NIC without looking at all of them: what [SameNic] says
/// of each, in time that grows with what is found.
///
/// @param <T> a line, an episode
final class ByNic<T> {
  private final List<T> all;
  private final Function<T, LoggedNic> nic;
  private final Map<Object, List<Integer>> byAddress = new HashMap<>();
  private final Map<String, List<Integer>> byName = new HashMap<>();
  private final List<Integer> withoutAddress = new ArrayList<>();
  private final List<Integer> withoutName = new ArrayList<>();

  ByNic(List<T> all, Function<T, LoggedNic> nic) {
    this.all = List.copyOf(all);
    this.nic = nic;
    for (int i = 0; i < this.all.size(); i++) {
      LoggedNic of = nic.apply(this.all.get(i));
      add(byAddress, of.pci(), i, withoutAddress);
      add(byName, of.interfaceName(), i, withoutName);
    }
  }

  private static <K> void add(
      Map<? super K, List<Integer>> map, Optional<K> key, int at, List<Integer> without) {
    if (key.isPresent()) {
      map.computeIfAbsent(key.get(), each -> new ArrayList<>()).add(at);
    } else {
      without.add(at);
    }
  }

  /// Those of a NIC, in their order.
  List<T> of(LoggedNic wanted) {
    List<T> found = new ArrayList<>();
    for (int at : candidates(wanted)) {
      if (SameNic.is(nic.apply(all.get(at)), wanted)) {
        found.add(all.get(at));
      }
    }
    return found;
  }

  /// The best name that both bear decides: what bears neither is compared by driver.
  private Iterable<Integer> candidates(LoggedNic wanted) {
    TreeSet<Integer> found = new TreeSet<>();
    if (wanted.pci().isPresent()) {
      found.addAll(byAddress.getOrDefault(wanted.pci().get(), List.of()));
      found.addAll(withoutAddress);
    } else if (wanted.interfaceName().isPresent()) {
      found.addAll(byName.getOrDefault(wanted.interfaceName().get(), List.of()));
      found.addAll(withoutName);
    } else {
      for (int i = 0; i < all.size(); i++) {
        found.add(i);
      }
    }
    return found;
  }
}

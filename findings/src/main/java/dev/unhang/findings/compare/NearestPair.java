package dev.unhang.findings.compare;

import dev.unhang.model.facts.ComparedHost;
import dev.unhang.model.facts.Trait;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A host that hangs and the healthy one that is most like it: the same driver counts before the
/// same kernel, and that before how little else differs. What such a pair differs in is the
/// shortest list to try.
///
/// @param differing what was read of both and is not the same, what is easiest to change first
public record NearestPair(ComparedHost failing, ComparedHost healthy, List<Trait> differing) {
  public NearestPair {
    differing = List.copyOf(differing);
  }

  /// Empty where no pair has a trait that was read of both, or there is no pair.
  static Optional<NearestPair> of(List<ComparedHost> failing, List<ComparedHost> healthy) {
    List<NearestPair> pairs = new ArrayList<>();
    for (ComparedHost bad : failing) {
      for (ComparedHost good : healthy) {
        if (Arrays.stream(Trait.values()).anyMatch(trait -> isRead(bad, good, trait))) {
          pairs.add(new NearestPair(bad, good, differing(bad, good)));
        }
      }
    }
    return pairs.stream()
        .min(
            Comparator.comparingInt(NearestPair::unlikeness)
                .thenComparingInt(pair -> pair.differing.size()));
  }

  /// Another driver weighs more than another kernel. A driver of the kernel bears its version.
  private int unlikeness() {
    boolean sameKernel =
        failing.shares(healthy, Trait.KERNEL) || failing.shares(healthy, Trait.DRIVER_VERSION);
    return (failing.shares(healthy, Trait.DRIVER) ? 0 : 2) + (sameKernel ? 0 : 1);
  }

  private static boolean isRead(ComparedHost bad, ComparedHost good, Trait trait) {
    return bad.shares(good, trait) || bad.differsFrom(good, trait);
  }

  private static List<Trait> differing(ComparedHost bad, ComparedHost good) {
    return Arrays.stream(Trait.values())
        .filter(trait -> bad.differsFrom(good, trait))
        .sorted(Comparator.comparing(Trait::change))
        .toList();
  }
}

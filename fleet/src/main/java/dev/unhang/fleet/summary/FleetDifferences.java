package dev.unhang.fleet.summary;

import dev.unhang.fleet.scan.HostResult;
import dev.unhang.fleet.scan.HostState;
import dev.unhang.model.facts.Trait;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.FisherExactTest;

/// Which values the hosts that hang have more often than the others: Fisher's exact test of each,
/// by hosts and not by hangs, since hangs of one host are not apart from each other. The chance is
/// multiplied by how many values were tried (Bonferroni).
final class FleetDifferences {
  /// The likeliest of them.
  private static final int MOST = 10;

  /// Values that are tried: rarer ones tell little.
  private static final int MOST_VALUES = 2000;

  private static final int MOST_ALIKE = 4;

  /// Shared by so many of the hosts that have either.
  private static final double NEARLY = 0.9;

  private final List<HostResult> hosts;
  private final BitSet hung = new BitSet();
  private final Map<Trait, BitSet> read = new LinkedHashMap<>();
  private final List<Value> values = new ArrayList<>();

  private FleetDifferences(List<HostResult> hosts) {
    this.hosts = hosts;
  }

  /// A value of a trait, and the hosts that have it.
  private record Value(Trait trait, String value, BitSet hosts) {
    String words() {
      return trait.word() + " " + value;
    }
  }

  /// @param known hosts of which it is known whether they hung
  static List<FleetDifference> of(List<HostResult> known) {
    FleetDifferences differences = new FleetDifferences(known);
    differences.collect();
    return differences.ranked();
  }

  private void collect() {
    for (int i = 0; i < hosts.size(); i++) {
      hung.set(i, hosts.get(i).state() == HostState.HUNG);
    }
    for (Trait trait : Trait.values()) {
      Map<String, BitSet> having = new LinkedHashMap<>();
      BitSet all = new BitSet();
      for (int i = 0; i < hosts.size(); i++) {
        Optional<String> value = value(hosts.get(i), trait);
        if (value.isPresent()) {
          having.computeIfAbsent(value.get(), key -> new BitSet()).set(i);
          all.set(i);
        }
      }
      read.put(trait, all);
      having.forEach((value, with) -> values.add(new Value(trait, value, with)));
    }
    values.sort(Comparator.comparingInt((Value value) -> value.hosts().cardinality()).reversed());
    values.removeIf(value -> value.hosts().equals(read.get(value.trait())));
    if (values.size() > MOST_VALUES) {
      values.subList(MOST_VALUES, values.size()).clear();
    }
  }

  /// A version of firmware means something only together with the chip it is of.
  private static Optional<String> value(HostResult host, Trait trait) {
    Optional<String> value = host.trait(trait);
    return trait.of().isEmpty()
        ? value
        : value.flatMap(own -> host.trait(trait.of().get()).map(whole -> own + " of " + whole));
  }

  private List<FleetDifference> ranked() {
    List<Value> tried = new ArrayList<>();
    Map<Value, Double> chances = new LinkedHashMap<>();
    for (Value value : values) {
      int[][] table = table(value);
      if (table[0][0] > 0 && table[1][1] > 0 && isMore(table)) {
        tried.add(value);
        chances.put(
            value,
            FisherExactTest.withDefaults()
                .with(AlternativeHypothesis.GREATER_THAN)
                .test(table)
                .getPValue());
      }
    }
    return tried.stream()
        .sorted(Comparator.comparingDouble(value -> chances.getOrDefault(value, 1.0)))
        .limit(MOST)
        .map(value ->
            difference(value, Math.min(1, chances.getOrDefault(value, 1.0) * values.size())))
        .toList();
  }

  /// Hung with it, not hung with it; hung without, not hung without.
  private int[][] table(Value value) {
    BitSet without = (BitSet) read.getOrDefault(value.trait(), new BitSet()).clone();
    without.andNot(value.hosts());
    int hungWith = both(value.hosts(), hung);
    int hungWithout = both(without, hung);
    return new int[][] {
      {hungWith, value.hosts().cardinality() - hungWith},
      {hungWithout, without.cardinality() - hungWithout}
    };
  }

  private static boolean isMore(int[][] table) {
    double with = (double) table[0][0] / (table[0][0] + table[0][1]);
    return with > (double) table[1][0] / (table[1][0] + table[1][1]);
  }

  private static int both(BitSet one, BitSet other) {
    BitSet both = (BitSet) one.clone();
    both.and(other);
    return both.cardinality();
  }

  private FleetDifference difference(Value value, double chance) {
    int[][] table = table(value);
    return new FleetDifference(
        value.trait(),
        value.value(),
        table[0][0] + table[0][1],
        table[0][0],
        table[1][0] + table[1][1],
        table[1][0],
        chance,
        alike(value));
  }

  private List<String> alike(Value value) {
    List<String> alike = new ArrayList<>();
    for (Value other : values) {
      if (other.trait() != value.trait() && isNearly(value.hosts(), other.hosts())) {
        alike.add(other.words());
      }
    }
    return alike.size() <= MOST_ALIKE
        ? alike
        : List.of(
            String.join(", ", alike.subList(0, MOST_ALIKE - 1)),
            (alike.size() - MOST_ALIKE + 1) + " more");
  }

  private static boolean isNearly(BitSet one, BitSet other) {
    int both = both(one, other);
    return both >= NEARLY * (one.cardinality() + other.cardinality() - both);
  }
}

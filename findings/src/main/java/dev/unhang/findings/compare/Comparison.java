package dev.unhang.findings.compare;

import dev.unhang.model.facts.ComparedHost;
import dev.unhang.model.facts.ComparedHost.State;
import dev.unhang.model.facts.Trait;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which differences separate the hosts that hang from those that do not.
///
/// A trait separates them when every host that hangs has one value and no healthy host has it. One
/// that a healthy host shares can't be the cause alone. Those that separate are ranked by the pairs
/// that support them: a pair of hosts that differ in little else says more than one that differs in
/// everything. What separates just as well is named with each: data of this kind can't tell them
/// apart.
///
/// @param hosts in the order they were named
/// @param separating the likeliest first
/// @param shared traits that a healthy host shares with one that hangs, by a sentence that says so
/// @param nearest the healthy host that is most like one that hangs, and what it differs in
public record Comparison(
    List<ComparedHost> hosts,
    List<Difference> separating,
    Map<Trait, String> shared,
    Optional<NearestPair> nearest) {
  /// More confounders than that are only counted.
  private static final int NAMED = 4;

  public Comparison {
    hosts = List.copyOf(hosts);
    separating = List.copyOf(separating);
  }

  /// Compares them. Hosts of which it is not known whether they hang are shown and not counted.
  public static Comparison of(List<ComparedHost> hosts) {
    List<ComparedHost> failing = in(hosts, State.HANGS);
    List<ComparedHost> healthy = in(hosts, State.HEALTHY);
    List<Trait> separate = new ArrayList<>();
    Map<Trait, String> shared = new EnumMap<>(Trait.class);
    for (Trait trait : Trait.values()) {
      Optional<String> both = shared(trait, failing, healthy);
      both.ifPresent(sentence -> shared.put(trait, sentence));
      if (both.isEmpty() && pairs(trait, failing, healthy) > 0 && isOne(trait, failing)) {
        separate.add(trait);
      }
    }
    List<Difference> differences = new ArrayList<>();
    for (Trait trait : separate) {
      differences.add(difference(trait, separate, failing, healthy));
    }
    differences.sort(
        Comparator.comparingDouble(Difference::weight)
            .reversed()
            .thenComparing(difference -> difference.trait().change())
            .thenComparing(Difference::trait));
    return new Comparison(hosts, differences, shared, NearestPair.of(failing, healthy));
  }

  private static List<ComparedHost> in(List<ComparedHost> hosts, State state) {
    return hosts.stream().filter(host -> host.state() == state).toList();
  }

  /// Why a trait can't be the cause alone: a healthy host has the value of one that hangs.
  private static Optional<String> shared(
      Trait trait, List<ComparedHost> failing, List<ComparedHost> healthy) {
    for (ComparedHost bad : failing) {
      for (ComparedHost good : healthy) {
        if (bad.shares(good, trait)) {
          return Optional.of(
              good.name() + " has " + bad.trait(trait).orElseThrow() + " too, and does not hang");
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isOne(Trait trait, List<ComparedHost> failing) {
    return failing.stream().flatMap(host -> host.trait(trait).stream()).distinct().count() == 1;
  }

  private static int pairs(Trait trait, List<ComparedHost> failing, List<ComparedHost> healthy) {
    int pairs = 0;
    for (ComparedHost bad : failing) {
      for (ComparedHost good : healthy) {
        pairs += bad.differsFrom(good, trait) ? 1 : 0;
      }
    }
    return pairs;
  }

  private static Difference difference(
      Trait trait, List<Trait> separate, List<ComparedHost> failing, List<ComparedHost> healthy) {
    double weight = 0;
    for (ComparedHost bad : failing) {
      for (ComparedHost good : healthy) {
        if (bad.differsFrom(good, trait)) {
          long differing = separate.stream().filter(each -> bad.differsFrom(good, each)).count();
          weight += 1.0 / differing;
        }
      }
    }
    List<String> against = new ArrayList<>();
    confounders(trait, separate, failing, healthy).ifPresent(against::add);
    healthy.stream()
        .filter(host -> host.isFixed(trait))
        .forEach(host ->
            against.add(
                host.trait(trait).orElseThrow()
                    + " on "
                    + host.name()
                    + ": its chip and kernel decide that"));
    if (failing.size() == 1) {
      against.add("only one host hangs, so whatever is its own separates it");
    }
    List<ComparedHost> counted = new ArrayList<>(failing);
    counted.addAll(healthy);
    for (ComparedHost host : counted) {
      if (host.trait(trait).isEmpty()) {
        against.add("not read on " + host.name() + ", which is not counted");
      }
    }
    return new Difference(
        trait,
        failing.stream().flatMap(host -> host.trait(trait).stream()).findFirst().orElseThrow(),
        healthy.stream().flatMap(host -> host.trait(trait).stream()).distinct().toList(),
        pairs(trait, failing, healthy),
        weight,
        against);
  }

  /// What separates every pair that this trait separates.
  private static Optional<String> confounders(
      Trait trait, List<Trait> separate, List<ComparedHost> failing, List<ComparedHost> healthy) {
    List<String> words = new ArrayList<>();
    for (Trait other : separate) {
      boolean always =
          other != trait
              && failing.stream()
                  .allMatch(bad ->
                      healthy.stream()
                          .filter(good -> bad.differsFrom(good, trait))
                          .allMatch(good -> bad.differsFrom(good, other)));
      if (always) {
        words.add(other.word());
      }
    }
    if (words.isEmpty()) {
      return Optional.empty();
    }
    String named = String.join(", ", words.subList(0, Math.min(NAMED, words.size())));
    return Optional.of(
        named
            + (words.size() > NAMED ? " and " + (words.size() - NAMED) + " more" : "")
            + (words.size() == 1 ? " differs too" : " differ too"));
  }

  /// What is easiest to try of what separates them: nothing that takes other hardware.
  public Optional<Difference> firstToTry() {
    return separating.stream()
        .filter(difference -> difference.trait().change() != Trait.Change.NONE)
        .min(Comparator.comparing(difference -> difference.trait().change()));
  }
}

package dev.unhang.fleet.scan;

import dev.unhang.model.facts.Trait;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a scan found on one host.
///
/// @param reason empty unless it is not known
/// @param why of a host that is not known, in the words of who refused; of one that hung, why not
///   all of its log was read; of one that lost a NIC, which and how. Empty where there is nothing
///   to say
/// @param from since when its logs tell; empty where they bear no date
/// @param to up to when
/// @param covered how much of that time they cover: not the time it was off
/// @param nics those that hung
/// @param traits what was read of the NIC that hung, or of the first one
public record HostResult(
    String name,
    HostState state,
    Optional<NotKnown> reason,
    String why,
    Optional<Instant> from,
    Optional<Instant> to,
    Duration covered,
    List<HungNic> nics,
    Map<Trait, String> traits) {
  public HostResult {
    nics = List.copyOf(nics);
    traits = Map.copyOf(traits);
  }

  /// A host of which nothing was read.
  public static HostResult notKnown(String name, NotKnown reason, String why) {
    return new HostResult(
        name,
        HostState.NOT_KNOWN,
        Optional.of(reason),
        why,
        Optional.empty(),
        Optional.empty(),
        Duration.ZERO,
        List.of(),
        Map.of());
  }

  /// How often NICs of it hung.
  public long hangs() {
    return nics.stream().mapToLong(HungNic::hangs).sum();
  }

  /// What was read of a trait; empty where it was not.
  public Optional<String> trait(Trait trait) {
    return Optional.ofNullable(traits.get(trait));
  }
}

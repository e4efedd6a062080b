package dev.unhang.watch.order;

import dev.unhang.hosts.HostReading;
import dev.unhang.model.change.Change;
import dev.unhang.model.id.BootId;
import dev.unhang.model.plan.Action;
import dev.unhang.watch.machine.Account;
import dev.unhang.watch.machine.Past;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What the ledger tells of what was done before the watch started.
public final class PastReading {
  /// Longer than anything that is counted.
  private static final Duration KEPT = Duration.ofHours(2);

  private final Site site;
  private final Instant now;
  private final Optional<BootId> boot;

  private PastReading(Site site) {
    this.site = site;
    this.now = site.clocks().wall();
    this.boot = HostReading.boot(site.view());
  }

  /// Reads it.
  ///
  /// @param open what was last told of episodes that had not ended
  public static Past read(Site site, List<Account> open) {
    Set<String> episodes = open.stream().map(Account::id).collect(Collectors.toSet());
    return new Past(new PastReading(site).steps(episodes), Optional.empty(), false, open);
  }

  /// The steps of an episode that goes on count however long it has gone on.
  private List<Past.Step> steps(Set<String> open) {
    List<Past.Step> steps = new ArrayList<>();
    for (Change change : site.ledger().history()) {
      Duration ago = ago(change);
      Optional<String> episode = Titles.read(change.title()).map(Titles.Told::episode);
      if (ago.compareTo(KEPT) < 0 || episode.filter(open::contains).isPresent()) {
        for (Action action : change.actions()) {
          if (action instanceof Action.Recover recover) {
            steps.add(
                new Past.Step(
                    recover.port().device().value(), recover.rung(), change.title(), episode, ago));
          }
        }
      }
    }
    return steps;
  }

  /// Within a boot by its own clock; else by wall time, and an entry from the future counts as one
  /// of this moment.
  private Duration ago(Change change) {
    Optional<Titles.Told> told = Titles.read(change.title());
    Duration ago =
        told.isPresent() && boot.isPresent() && change.boot().equals(boot)
            ? site.clocks().monotonic().minus(told.get().uptime())
            : Duration.between(change.begun(), now);
    return ago.isNegative() ? Duration.ZERO : ago;
  }
}

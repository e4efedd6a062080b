package dev.unhang.watch.order;

import dev.unhang.model.change.Change;
import dev.unhang.model.plan.Action;
import dev.unhang.watch.machine.Account;
import dev.unhang.watch.machine.Past;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What the ledger tells of what was done before the watch started.
public final class PastReading {
  /// Longer than anything that is counted.
  private static final Duration KEPT = Duration.ofHours(2);

  private PastReading() {}

  /// Reads it.
  ///
  /// @param open what was last told of episodes that had not ended
  public static Past read(Site site, List<Account> open) {
    Set<String> episodes = open.stream().map(Account::id).collect(Collectors.toSet());
    List<Change> history = site.ledger().history();
    Ago ago = new Ago(site, history);
    List<Change> reboots =
        history.stream().filter(change -> change.stands() && Rebooting.isReboot(change)).toList();
    return new Past(
        steps(history, ago, episodes),
        reboots.stream().map(ago::ofReboot).min(Comparator.naturalOrder()),
        reboots.stream().anyMatch(ago::beganThisBoot),
        open);
  }

  /// The steps of an episode that goes on count however long it has gone on.
  private static List<Past.Step> steps(List<Change> history, Ago ago, Set<String> open) {
    List<Past.Step> steps = new ArrayList<>();
    for (Change change : history) {
      Duration then = ago.of(change);
      Optional<String> episode = Titles.read(change.title()).map(Titles.Told::episode);
      if (then.compareTo(KEPT) < 0 || episode.filter(open::contains).isPresent()) {
        for (Action action : change.actions()) {
          if (action instanceof Action.Recover recover) {
            steps.add(
                new Past.Step(
                    recover.port().device().value(),
                    recover.rung(),
                    change.title(),
                    episode,
                    then));
          }
        }
      }
    }
    return steps;
  }
}

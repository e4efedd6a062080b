package dev.unhang.watch.order;

import dev.unhang.hosts.HostReading;
import dev.unhang.model.change.Change;
import dev.unhang.model.id.BootId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How long ago a change was begun. Within a boot its own clock tells; over a reboot that the watch
/// ordered, the clocks of both boots; else wall time, which may jump, and an entry from the future
/// counts as one of this moment. In doubt it is rather less than more, so that nothing is done
/// oftener than it may be.
final class Ago {
  /// A host that is slow to shut down is up again within that time.
  private static final Duration REBOOTS_WITHIN = Duration.ofHours(1);

  private final Optional<BootId> boot;
  private final Instant now;
  private final Duration running;
  private final Optional<Change> lastReboot;

  Ago(Site site, List<Change> history) {
    this.boot = HostReading.boot(site.view());
    this.now = site.clocks().wall();
    this.running = site.clocks().monotonic();
    this.lastReboot =
        history.reversed().stream()
            .filter(change -> !isOfThisBoot(change))
            .findFirst()
            .filter(change -> change.stands() && Rebooting.isReboot(change));
  }

  private boolean isOfThisBoot(Change change) {
    return boot.isPresent() && change.boot().equals(boot);
  }

  /// Never negative.
  Duration of(Change change) {
    Optional<Duration> begun = uptime(change);
    Duration byWall = Duration.between(change.begun(), now);
    Duration ago =
        isOfThisBoot(change)
            ? begun.map(running::minus).orElse(byWall)
            : overTheReboot(change, begun).map(known -> shorter(known, byWall)).orElse(byWall);
    return ago.isNegative() ? Duration.ZERO : ago;
  }

  /// Without the time that the host was off. The boots between are none where the ledger has
  /// nothing of them.
  private Optional<Duration> overTheReboot(Change change, Optional<Duration> begun) {
    return lastReboot
        .filter(reboot -> reboot.boot().equals(change.boot()))
        .flatMap(Ago::uptime)
        .flatMap(ended -> begun.map(then -> ended.minus(then).plus(running)));
  }

  /// No longer than this boot has run: a clock that jumps ahead is no day that passed.
  Duration ofReboot(Change reboot) {
    return shorter(of(reboot), running);
  }

  /// Whether it was this reboot that this boot began with. One whose clock was set back by it
  /// counts as well: rather no second reboot than one too many.
  boolean beganThisBoot(Change reboot) {
    Instant started = now.minus(running);
    return !isOfThisBoot(reboot) && started.isBefore(reboot.begun().plus(REBOOTS_WITHIN));
  }

  private static Optional<Duration> uptime(Change change) {
    return Titles.read(change.title()).map(Titles.Told::uptime);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}

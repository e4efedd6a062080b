package dev.unhang.app.watching;

import dev.unhang.app.page.WatchedHost;
import dev.unhang.app.screen.OutageWords;
import dev.unhang.app.web.WatchedSite;
import dev.unhang.hosts.HostReading;
import dev.unhang.hosts.topology.TopologyReader;
import dev.unhang.model.change.Change;
import dev.unhang.model.change.ChangeLedger;
import dev.unhang.model.error.UnhangException;
import dev.unhang.model.host.ByteSource;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import dev.unhang.model.topology.Outage;
import dev.unhang.model.topology.Topology;
import dev.unhang.watch.alert.Alert;
import dev.unhang.watch.machine.Account;
import dev.unhang.watch.machine.NicStanding;
import dev.unhang.watch.standing.Recent;
import dev.unhang.watch.standing.Standing;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// The host that is watched, as its page shows it. What takes a while to read is read anew after a
/// while, however many look.
final class HostSite implements WatchedSite {
  /// Where the watch keeps evidence.
  private static final HostPath EVIDENCE = new HostPath("/var/lib/unhang/evidence");

  private static final Duration FRESH = Duration.ofSeconds(5);

  /// Names as they are made: nothing else is handed out.
  private static final String NAME = "watch-[A-Za-z0-9_-]{1,80}\\.tar\\.gz";

  private final HostView view;
  private final ChangeLedger ledger;
  private final Supplier<Standing> standing;
  private final Recent recent;
  private final Kept<List<Account>> episodes;
  private final Kept<Topology> topology;

  HostSite(HostView view, ChangeLedger ledger, Supplier<Standing> standing, Recent recent) {
    this.view = view;
    this.ledger = ledger;
    this.standing = standing;
    this.recent = recent;
    this.episodes = new Kept<>(this::readEpisodes);
    this.topology = new Kept<>(() -> TopologyReader.read(view));
  }

  /// Something that was read, and for how long it is fresh.
  private final class Kept<T> {
    private final Supplier<T> reading;
    private Optional<T> value = Optional.empty();
    private Duration readAt = Duration.ZERO;

    Kept(Supplier<T> reading) {
      this.reading = reading;
    }

    synchronized T get() {
      Duration now = standing.get().at().monotonic();
      if (value.isEmpty() || now.minus(readAt).compareTo(FRESH) >= 0) {
        value = Optional.of(reading.get());
        readAt = now;
      }
      return value.orElseThrow();
    }
  }

  @Override
  public Standing standing() {
    return standing.get();
  }

  @Override
  public Recent recent() {
    return recent;
  }

  @Override
  public String edition() {
    return WatchedHost.edition(episodes.get());
  }

  private List<Account> readEpisodes() {
    return WatchDesk.folder().read(view).stream()
        .map(Alert::account)
        .sorted(Comparator.comparing((Account each) -> each.began().wall()).reversed())
        .toList();
  }

  @Override
  public WatchedHost host(boolean mayDownload) {
    Standing now = standing.get();
    Map<String, List<String>> dark = new HashMap<>();
    for (NicStanding nic : now.nics()) {
      String name = nic.nic().name().value();
      dark.put(nic.nic().key(), OutageWords.lines(Outage.of(topology.get(), name)));
    }
    return new WatchedHost(
        HostReading.hostname(view).orElse("this host"),
        now,
        episodes.get(),
        changes(),
        dark,
        names(),
        EVIDENCE.value(),
        mayDownload);
  }

  /// A ledger that can't be read does not keep a reader from the rest.
  private List<Change> changes() {
    try {
      return ledger.history().reversed();
    } catch (UnhangException unread) {
      return List.of();
    }
  }

  private List<String> names() {
    return view.list(EVIDENCE).known().orElse(List.of()).stream()
        .filter(name -> name.matches(NAME))
        .sorted(Comparator.reverseOrder())
        .toList();
  }

  @Override
  public Optional<ByteSource> evidence(String name) {
    return name.matches(NAME) ? view.open(EVIDENCE.resolve(name)).known() : Optional.empty();
  }
}

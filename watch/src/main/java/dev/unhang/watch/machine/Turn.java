package dev.unhang.watch.machine;

import dev.unhang.watch.machine.Episode.Phase;
import dev.unhang.watch.policy.Policy;
import dev.unhang.watch.sense.KernelWord;
import dev.unhang.watch.sense.Sight;
import dev.unhang.watch.sense.TxSample;
import dev.unhang.watch.sense.WatchedNic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The state opened up for one event: what was seen becomes suspicion, a look, an episode. What is
/// done about an episode is [Deeds]'.
final class Turn {
  /// Cards come and go; those that are gone and left nothing open are forgotten beyond that.
  private static final int MAX_GONE = 256;

  final Moment at;
  final NavigableMap<String, NicState> nics;
  private final NavigableMap<String, NicState> before;
  private final List<Order> orders = new ArrayList<>();
  private int lastOrder;
  Policy policy;
  Set<String> present;
  Optional<State.Pending> pending;
  Optional<String> held;
  Past past;
  boolean settled;
  Duration settleFrom;
  boolean rebootOrdered;
  Duration startedAt;
  private String boot;
  private Optional<Integer> sampling;
  private Optional<Duration> sampledAt;
  private long distrusted;
  private final Deeds deeds = new Deeds(this);

  Turn(State state, Moment at) {
    this.at = at;
    this.before = state.nics();
    this.nics = new TreeMap<>(state.nics());
    this.lastOrder = state.orders();
    this.policy = state.policy();
    this.boot = state.boot();
    this.settled = state.settled();
    this.settleFrom = state.settleFrom();
    this.present = state.present();
    this.pending = state.pending();
    this.sampling = state.sampling();
    this.sampledAt = state.sampledAt();
    this.held = state.held();
    this.past = state.past();
    this.startedAt = state.startedAt();
    this.rebootOrdered = state.rebootOrdered();
    this.distrusted = state.distrusted();
  }

  State state() {
    return new State(
        policy,
        boot,
        lastOrder,
        settled,
        settleFrom,
        nics,
        present,
        pending,
        sampling,
        sampledAt,
        held,
        past,
        startedAt,
        rebootOrdered,
        distrusted);
  }

  List<Order> orders() {
    return List.copyOf(orders);
  }

  /// The number of the next order.
  int number() {
    return ++lastOrder;
  }

  void order(Order order) {
    orders.add(order);
  }

  void put(NicState nic) {
    nics.put(nic.nic().key(), nic);
  }

  void take(Event event) {
    switch (event) {
      case Event.Started started -> started(started);
      case Event.NicsSeen seen -> seen(seen.nics());
      case Event.KernelSaid said -> said(said.word());
      case Event.Ticked tick -> ticked();
      case Event.Reloaded reloaded -> {
        policy = reloaded.policy();
        deeds.another(Phase.GIVEN_UP);
        deeds.another(Phase.WAITING);
      }
      case Event.Held hold -> {
        held = hold.why();
        if (held.isEmpty()) {
          deeds.another(Phase.WAITING);
        }
      }
      case Event.Sampled sampled -> sampled(sampled);
      case Event.Looked looked -> looked(looked);
      case Event.Settled done -> deeds.settled(done);
      case Event.Frozen frozen -> deeds.frozen(frozen);
      case Event.Climbed climbed -> deeds.climbed(climbed);
      case Event.Prevented prevented -> deeds.prevented(prevented);
      case Event.Rebooting rebooting -> deeds.rebooting(rebooting);
    }
    deeds.next();
    tell();
  }

  private void started(Event.Started started) {
    policy = started.policy();
    past = started.past();
    boot = started.boot();
    startedAt = at.monotonic();
    settled = false;
    settleFrom = at.monotonic();
  }

  /// Each that is new is looked at: it may stand still already.
  private void seen(List<WatchedNic> now) {
    Set<String> keys = new HashSet<>();
    for (WatchedNic nic : now) {
      keys.add(nic.key());
      NicState known = nics.get(nic.key());
      if (known == null) {
        NicState fresh = NicState.of(nic).recoveries(recoveries(nic.key()));
        put(fresh);
        suspect(fresh, Cause.FOUND, at);
      } else {
        put(known.named(nic));
      }
    }
    present = keys;
    forget();
  }

  private void forget() {
    List<String> gone =
        nics.values().stream()
            .filter(nic -> !present.contains(nic.nic().key()) && nic.open().isEmpty())
            .map(nic -> nic.nic().key())
            .toList();
    gone.stream().limit(Math.max(0, gone.size() - MAX_GONE)).forEach(nics::remove);
  }

  /// When recoveries of a NIC began, whichever program did them: an episode is one.
  private List<Duration> recoveries(String key) {
    NavigableMap<String, Duration> first = new TreeMap<>();
    for (Past.Step step : past.steps()) {
      if (step.nic().equals(key)) {
        first.merge(
            step.recovery(),
            startedAt.minus(step.ago()),
            (one, other) -> one.compareTo(other) < 0 ? one : other);
      }
    }
    return first.values().stream().sorted().toList();
  }

  private void said(KernelWord word) {
    if (word.stuck().isEmpty()) {
      return;
    }
    Optional<NicState> found =
        present.stream()
            .map(nics::get)
            .filter(Objects::nonNull)
            .filter(nic -> word.isOf(nic.nic()))
            .findFirst();
    if (found.isEmpty()) {
      distrusted++;
      return;
    }
    NicState nic = found.get().reported(word.dump());
    put(nic);
    suspect(nic, word.dump().isPresent() ? Cause.HANG_REPORT : Cause.TIMEOUT, at);
  }

  /// Has the device looked at, as soon as that may be. While something is done about it, or nothing
  /// can be, it is known already.
  private void suspect(NicState nic, Cause cause, Moment since) {
    if (nic.open().filter(each -> each.phase() != Phase.SETTLING).isEmpty()) {
      NicState suspected = nic.suspected(cause, since);
      put(suspected);
      look(suspected, Rhythm.LOOK_EVERY);
    }
  }

  private void look(NicState nic, Duration every) {
    boolean isDue =
        nic.lookedAt().isEmpty()
            || at.monotonic().minus(nic.lookedAt().get()).compareTo(every) >= 0;
    if (nic.look().isEmpty() && isDue) {
      int number = number();
      put(nic.looking(number, at));
      order(new Order.Look(number, nic.nic()));
    }
  }

  private void ticked() {
    for (NicState nic : List.copyOf(nics.values())) {
      deeds.overdue(nic);
    }
    for (NicState nic : List.copyOf(nics.values())) {
      Optional<Phase> phase = nic.open().map(Episode::phase);
      if (nic.suspicion().isPresent()) {
        look(nic, Rhythm.LOOK_EVERY);
      } else if (phase.equals(Optional.of(Phase.WAITING))
          || phase.equals(Optional.of(Phase.GIVEN_UP))
          || phase.isEmpty() && open(nic.nic()).isPresent()) {
        look(nic, Rhythm.LOOK_NOW_AND_THEN);
      }
    }
    boolean isDue =
        sampledAt.isEmpty()
            || at.monotonic().minus(sampledAt.get()).compareTo(Rhythm.SAMPLE_EVERY) >= 0;
    if (sampling.isEmpty() && isDue && !present.isEmpty()) {
      int number = number();
      sampling = Optional.of(number);
      sampledAt = Optional.of(at.monotonic());
      order(new Order.Sample(number, presentNics()));
    }
  }

  private List<WatchedNic> presentNics() {
    return nics.values().stream()
        .map(NicState::nic)
        .filter(nic -> present.contains(nic.key()))
        .toList();
  }

  private void sampled(Event.Sampled event) {
    if (!sampling.equals(Optional.of(event.order()))) {
      return;
    }
    sampling = Optional.empty();
    for (NicState nic : List.copyOf(nics.values())) {
      Optional<TxSample> now = Optional.ofNullable(event.samples().get(nic.nic().key()));
      boolean still =
          now.isPresent() && nic.sample().filter(now.get()::stoodStillSince).isPresent();
      Optional<Moment> since = still ? nic.stalled().or(() -> Optional.of(at)) : Optional.empty();
      put(nic.sampled(now, since));
      if (still && nic.stalled().isPresent()) {
        suspect(nic.sampled(now, since), Cause.STALL, since.orElse(at));
      }
    }
  }

  private void looked(Event.Looked event) {
    NicState nic = nics.get(event.nic());
    if (nic == null || !nic.look().equals(Optional.of(event.order()))) {
      return;
    }
    put(nic.looked());
    Sight sight = event.sight();
    if (sight.confirms()) {
      if (nic.open().isEmpty()) {
        deeds.begin(
            nic.looked(),
            unfinished(nic.nic()),
            id(nic.nic()),
            nic.suspicion().orElse(Cause.FOUND),
            nic.noticed().orElse(at),
            sight);
      } else {
        deeds.stillStands(nic.looked());
      }
    } else {
      former(nic.nic(), sight);
      if (sight.kind() == Sight.Kind.MOVES) {
        deeds.cameBack(nic.looked(), sight.words());
      }
    }
  }

  /// What a former watch has not seen the end of, of a NIC that does not stand still now. Whether
  /// it sends is not known where it has no link, or can't be asked: then that is told once, and it
  /// is looked at again.
  private void former(WatchedNic nic, Sight sight) {
    if (sight.kind() == Sight.Kind.MOVES || sight.kind() == Sight.Kind.IDLE) {
      unfinished(nic)
          .map(account ->
              account.ending(
                  Account.Stage.CAME_BACK,
                  "when the watch was started again, it did not stand still: " + sight.words()))
          .ifPresent(account -> order(new Order.Tell(number(), account)));
      return;
    }
    open(nic)
        .filter(account -> account.stage() != Account.Stage.GIVEN_UP)
        .ifPresent(account -> {
          Account told =
              account.ending(
                  Account.Stage.GIVEN_UP,
                  "when the watch was started again, it could not be told whether it sends: "
                      + sight.words());
          past = past.with(told);
          order(new Order.Tell(number(), told));
        });
  }

  private Optional<Account> open(WatchedNic nic) {
    return past.open().stream().filter(each -> each.key().equals(nic.key())).findFirst();
  }

  /// It becomes part of file names and of titles, and an interface may be called anything.
  private String id(WatchedNic nic) {
    String plain = nic.name().value().replaceAll("[^A-Za-z0-9_]", "_");
    return plain + "-" + boot + "-" + at.monotonic().toMillis();
  }

  /// What a former watch has not seen the end of; asked for once.
  private Optional<Account> unfinished(WatchedNic nic) {
    Optional<Account> open = open(nic);
    open.ifPresent(account -> past = past.without(account));
    return open;
  }

  /// Whatever changed of an episode is told.
  private void tell() {
    for (NicState nic : nics.values()) {
      Optional<Account> now = account(nic);
      if (now.isPresent() && !now.equals(account(before.get(nic.nic().key())))) {
        order(new Order.Tell(number(), now.get()));
      }
    }
  }

  private static Optional<Account> account(@Nullable NicState nic) {
    return Optional.ofNullable(nic)
        .flatMap(each ->
            each.episode().map(of -> of.account(each.nic().name().value(), each.nic().key())));
  }
}

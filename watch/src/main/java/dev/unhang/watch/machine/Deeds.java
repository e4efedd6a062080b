package dev.unhang.watch.machine;

import dev.unhang.model.id.StepId;
import dev.unhang.watch.machine.Episode.Phase;
import dev.unhang.watch.machine.Event.ClimbEnd;
import dev.unhang.watch.machine.Event.PreventEnd;
import dev.unhang.watch.policy.NicPolicy;
import dev.unhang.watch.policy.PreventRule;
import dev.unhang.watch.policy.RebootRule;
import dev.unhang.watch.policy.RecoverRule;
import dev.unhang.watch.sense.Sight;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What is done about an episode, in this order: save the evidence, climb the ladder, prevent it
/// from coming again, tell. One thing at a time changes the host, and a cluster's card comes first.
final class Deeds {
  private final Turn turn;

  Deeds(Turn turn) {
    this.turn = turn;
  }

  private NicPolicy policy(NicState nic) {
    return turn.policy.of(nic.nic().name(), nic.nic().pci());
  }

  /// A hang that the device confirmed.
  ///
  /// @param unfinished what a former watch told of it
  /// @param fresh the id of one that is new
  void begin(
      NicState nic,
      Optional<Account> unfinished,
      String fresh,
      Cause cause,
      Moment noticed,
      Sight sight) {
    String id = unfinished.map(Account::id).orElse(fresh);
    Duration within =
        nic.nic().carriesCluster() ? Rhythm.FREEZE_WITHIN_IN_A_CLUSTER : Rhythm.FREEZE_WITHIN;
    Set<StepId> tried = new HashSet<>();
    for (Past.Step step : turn.past.steps()) {
      if (step.nic().equals(nic.nic().key()) && step.episode().equals(Optional.of(id))) {
        tried.add(step.rung());
      }
    }
    Duration frozenBy = turn.at.monotonic().plus(within);
    Episode episode =
        unfinished
            .map(account -> Episode.resumed(account, turn.at, frozenBy))
            .orElseGet(() -> Episode.begin(id, cause, sight.words(), noticed, frozenBy));
    turn.put(nic.with(episode.tried(tried)));
    turn.order(new Order.Freeze(turn.number(), nic.nic(), id));
  }

  /// It sends, and nothing that was done here made it.
  void cameBack(NicState nic, String words) {
    Optional<Episode> idle =
        nic.open()
            .filter(each ->
                switch (each.phase()) {
                  case FREEZING, TO_CLIMB, WAITING, GIVEN_UP, TO_REBOOT -> true;
                  default -> false;
                });
    idle.ifPresent(episode ->
        turn.put(
            nic.with(
                episode
                    .cured(Optional.empty(), turn.at)
                    .noting("it sends again, by nothing that the watch did: " + words)
                    .in(Phase.TO_PREVENT, turn.at.monotonic()))));
  }

  /// What waited, or was given up, is thought over again.
  void another(Phase phase) {
    for (NicState nic : List.copyOf(turn.nics.values())) {
      nic.open()
          .filter(each -> each.phase() == phase)
          .ifPresent(each -> turn.put(nic.with(each.in(Phase.TO_CLIMB, turn.at.monotonic()))));
    }
  }

  /// What has waited long enough.
  void overdue(NicState nic) {
    Optional<Episode> due =
        nic.open().filter(each -> each.due().compareTo(turn.at.monotonic()) <= 0);
    due.filter(each -> each.phase() == Phase.FREEZING)
        .ifPresent(each ->
            turn.put(
                nic.with(
                    each.noting("the evidence was not saved in time, and the recovery went on")
                        .in(Phase.TO_CLIMB))));
    due.filter(each -> each.phase() == Phase.SETTLING)
        .ifPresent(each -> turn.put(nic.with(each.in(Phase.CAME_BACK))));
    due.filter(each -> each.phase() == Phase.WAITING)
        .ifPresent(each -> turn.put(nic.with(each.in(Phase.TO_CLIMB))));
  }

  void frozen(Event.Frozen event) {
    NicState nic = turn.nics.get(event.nic());
    if (nic == null || nic.open().isEmpty()) {
      return;
    }
    Episode saved = nic.open().get().saved(event.file()).noting(event.trouble().stream().toList());
    turn.put(
        nic.with(
            saved.phase() == Phase.FREEZING
                ? saved.in(Phase.TO_CLIMB, turn.at.monotonic())
                : saved));
  }

  void settled(Event.Settled event) {
    if (release(event.order()).isPresent()) {
      turn.settled = !event.again();
      turn.settleFrom = turn.at.monotonic().plus(Rhythm.TRY_AGAIN);
    }
  }

  /// Whatever was pending with that order no longer is.
  ///
  /// @return the NIC's key
  private Optional<String> release(int order) {
    Optional<String> whose =
        turn.pending.filter(held -> held.order() == order).map(State.Pending::nic);
    if (whose.isPresent()) {
      turn.pending = Optional.empty();
    }
    return whose;
  }

  private Optional<NicState> released(int order, Phase phase) {
    return release(order)
        .flatMap(key -> Optional.ofNullable(turn.nics.get(key)))
        .filter(nic -> nic.open().filter(each -> each.phase() == phase).isPresent());
  }

  void climbed(Event.Climbed event) {
    Optional<NicState> climber = released(event.order(), Phase.CLIMBING);
    if (climber.isEmpty()) {
      return;
    }
    NicState nic = climber.get();
    Episode episode = nic.open().orElseThrow();
    switch (event.end()) {
      case ClimbEnd.Cured cured ->
          turn.put(
              nic.with(
                  episode
                      .tried(cured.tried())
                      .cured(Optional.of(cured.by()), turn.at)
                      .noting(left(cured.left()))
                      .in(Phase.TO_PREVENT, turn.at.monotonic())));
      case ClimbEnd.NotCured not -> {
        turn.put(
            uncounted(nic, not.tried())
                .with(
                    episode
                        .tried(not.tried())
                        .noting(not.leftOut())
                        .noting(left(not.left()))
                        .in(uncured(nic), turn.at.monotonic())));
      }
      case ClimbEnd.Refused refused -> {
        Episode told = episode.tried(refused.tried()).noting("refused: " + refused.why());
        turn.put(
            uncounted(nic, refused.tried())
                .with(
                    turn.held.isPresent()
                        ? told.in(Phase.WAITING, Rhythm.WITHOUT_END)
                        : told.in(uncured(nic), turn.at.monotonic())));
      }
      case ClimbEnd.Busy busy ->
          turn.put(
              uncounted(nic, Set.of())
                  .with(
                      episode
                          .noting("it had to wait: " + busy.why())
                          .in(Phase.WAITING, turn.at.monotonic().plus(Rhythm.TRY_AGAIN))));
      case ClimbEnd.NotNeeded none -> {
        NicState free = uncounted(nic, Set.of()).with(episode.in(Phase.TO_CLIMB));
        cameBack(free, none.words());
      }
    }
  }

  /// What is left where no step brings it back.
  private Phase uncured(NicState nic) {
    return policy(nic).reboot() == RebootRule.LAST_RESORT ? Phase.TO_REBOOT : Phase.GIVEN_UP;
  }

  /// A recovery in which no step was done is none.
  private static NicState uncounted(NicState nic, Set<StepId> tried) {
    return tried.isEmpty() && !nic.recoveries().isEmpty()
        ? nic.recoveries(nic.recoveries().subList(0, nic.recoveries().size() - 1))
        : nic;
  }

  private static List<String> left(List<String> left) {
    return left.stream().map(each -> "not restored: " + each).toList();
  }

  void prevented(Event.Prevented event) {
    Optional<NicState> found = released(event.order(), Phase.PREVENTING);
    if (found.isEmpty()) {
      return;
    }
    NicState nic = found.get();
    Episode episode = nic.open().orElseThrow();
    turn.put(
        nic.with(
            switch (event.end()) {
              case PreventEnd.Done done ->
                  over(
                      episode.noting(
                          done.words()
                              + ", change "
                              + done.change()
                              + (done.persistent()
                                  ? "; it is persistent"
                                  : "; a reboot restores the former state")));
              case PreventEnd.Not not -> over(episode.noting("nothing was switched: " + not.why()));
              case PreventEnd.Busy busy ->
                  episode
                      .noting("prevention had to wait: " + busy.why())
                      .in(Phase.TO_PREVENT, turn.at.monotonic().plus(Rhythm.TRY_AGAIN));
            }));
  }

  private Episode over(Episode episode) {
    return episode.curedBy().isPresent()
        ? episode.in(Phase.CURED)
        : episode.in(Phase.SETTLING, turn.at.monotonic().plus(Rhythm.SETTLED_AFTER));
  }

  /// It was taken for one that came back by itself: that is the same episode, and the same alert.
  void stillStands(NicState nic) {
    nic.open()
        .filter(each -> each.phase() == Phase.SETTLING)
        .ifPresent(each ->
            turn.put(
                nic.with(
                    each.noting("it stood still again within a minute")
                        .in(Phase.TO_CLIMB, turn.at.monotonic()))));
  }

  /// Where the host does reboot, the order stays pending: nothing else is begun.
  void rebooting(Event.Rebooting event) {
    if (event.refused().isEmpty()) {
      return;
    }
    released(event.order(), Phase.REBOOTING)
        .ifPresent(nic ->
            turn.put(
                nic.with(
                    nic.open()
                        .orElseThrow()
                        .noting("no reboot: " + event.refused().get())
                        .in(Phase.GIVEN_UP))));
  }

  /// Begins what is most urgent.
  void next() {
    boolean mayTry = turn.settleFrom.compareTo(turn.at.monotonic()) <= 0;
    if (turn.pending.isEmpty() && !turn.settled && mayTry) {
      int number = turn.number();
      turn.pending = Optional.of(new State.Pending(number, ""));
      turn.order(new Order.Settle(number));
    }
    while (turn.pending.isEmpty() && turn.settled) {
      Optional<NicState> urgent = urgent();
      if (urgent.isEmpty()) {
        return;
      }
      NicState nic = urgent.get();
      Episode episode = nic.open().orElseThrow();
      switch (episode.phase()) {
        case TO_CLIMB -> climb(nic, episode);
        case TO_PREVENT -> prevent(nic, episode);
        default -> reboot(nic, episode);
      }
    }
  }

  private Optional<NicState> urgent() {
    return turn.nics.values().stream()
        .filter(nic -> nic.open().filter(this::waitsForHands).isPresent())
        .min(
            Comparator.comparing((NicState nic) -> nic.open().orElseThrow().phase())
                .thenComparing(nic -> !nic.nic().carriesCluster())
                .thenComparing(nic -> nic.open().orElseThrow().began().monotonic()));
  }

  private boolean waitsForHands(Episode episode) {
    boolean is =
        switch (episode.phase()) {
          case TO_CLIMB, TO_PREVENT, TO_REBOOT -> true;
          default -> false;
        };
    return is && episode.due().compareTo(turn.at.monotonic()) <= 0;
  }

  private void give(NicState nic, Episode episode, Phase phase, Order order) {
    turn.pending = Optional.of(new State.Pending(order.number(), nic.nic().key()));
    turn.put(nic.with(episode.in(phase)));
    turn.order(order);
  }

  private void climb(NicState nic, Episode episode) {
    NicPolicy policy = policy(nic);
    Duration hourAgo = turn.at.monotonic().minus(Rhythm.HOUR);
    List<Duration> recent =
        nic.recoveries().stream().filter(begun -> begun.compareTo(hourAgo) > 0).toList();
    if (policy.recover() == RecoverRule.OFF) {
      turn.put(nic.with(episode.noting("the policy is recover = off").in(Phase.GIVEN_UP)));
    } else if (turn.held.isPresent()) {
      turn.put(
          nic.with(
              episode
                  .noting("nothing is done while it is held: " + turn.held.get())
                  .in(Phase.WAITING, Rhythm.WITHOUT_END)));
    } else if (policy.recoveriesAnHour() == 0) {
      turn.put(nic.with(episode.noting("the policy allows no recovery").in(Phase.GIVEN_UP)));
    } else if (recent.size() >= policy.recoveriesAnHour()) {
      Duration free = recent.get(recent.size() - policy.recoveriesAnHour()).plus(Rhythm.HOUR);
      turn.put(
          nic.with(
              episode
                  .noting(
                      "it was recovered "
                          + recent.size()
                          + " times within an hour, and the policy allows "
                          + policy.recoveriesAnHour())
                  .in(Phase.WAITING, free)));
    } else {
      give(
          nic.recoveries(recent).recovering(turn.at.monotonic()),
          episode,
          Phase.CLIMBING,
          new Order.Recover(
              turn.number(),
              nic.nic(),
              episode.id(),
              policy.recover() == RecoverRule.ALL,
              episode.tried(),
              nic.report()));
    }
  }

  private void prevent(NicState nic, Episode episode) {
    PreventRule rule = policy(nic).prevent();
    if (rule == PreventRule.OFF) {
      turn.put(nic.with(over(episode.noting("the policy is prevent = off"))));
    } else if (turn.held.isPresent()) {
      turn.put(
          nic.with(over(episode.noting("nothing was switched, it is held: " + turn.held.get()))));
    } else {
      give(
          nic,
          episode,
          Phase.PREVENTING,
          new Order.Prevent(turn.number(), nic.nic(), episode.id(), rule));
    }
  }

  private void reboot(NicState nic, Episode episode) {
    Optional<String> not = notRebooting(nic);
    if (not.isPresent()) {
      turn.put(nic.with(episode.noting("no reboot: " + not.get()).in(Phase.GIVEN_UP)));
      return;
    }
    turn.rebootOrdered = true;
    give(
        nic,
        episode.noting("no step brought it back: the host is told to reboot"),
        Phase.REBOOTING,
        new Order.Reboot(turn.number(), nic.nic(), episode.id()));
  }

  private Optional<String> notRebooting(NicState nic) {
    if (policy(nic).reboot() == RebootRule.NEVER) {
      return Optional.of("the policy is reboot = never");
    }
    if (turn.held.isPresent()) {
      return Optional.of("it is held: " + turn.held.get());
    }
    if (turn.rebootOrdered || turn.past.bootIsOurs()) {
      return Optional.of("the watch began this boot itself, and a second one would not help more");
    }
    Duration running = turn.at.monotonic().minus(turn.startedAt);
    return turn.past
        .rebooted()
        .map(running::plus)
        .filter(ago -> ago.compareTo(Rhythm.REBOOT_AT_MOST_EVERY) < 0)
        .map(ago -> "the watch rebooted this host " + ago.toHours() + " h ago");
  }
}

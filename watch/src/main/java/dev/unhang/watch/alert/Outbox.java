package dev.unhang.watch.alert;

import dev.unhang.watch.alert.Delivery.Status;
import dev.unhang.watch.machine.Account;
import dev.unhang.watch.machine.Moment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Alerts that wait for a way out. Each goes out once by each channel, or expires; whoever sends
/// one brings it to disk as being sent first, so that a crash in between is known, and nothing is
/// sent twice.
///
/// Not for several threads at once.
public final class Outbox {
  /// An outage is old news then, and whoever could be told has seen it.
  private static final Duration EXPIRES_AFTER = Duration.ofDays(3);

  /// Wall time may jump; so often it was tried in earnest.
  private static final int TRIES_AT_LEAST = 20;

  private static final Duration FIRST_RETRY = Duration.ofSeconds(10);
  private static final Duration LAST_RETRY = Duration.ofMinutes(15);
  private static final int DOUBLINGS = 10;

  private final Map<String, Alert> alerts = new LinkedHashMap<>();

  /// When a delivery may be tried again, by the monotonic clock.
  private final Map<Key, Duration> notBefore = new HashMap<>();

  private record Key(String id, String channel) {}

  /// @param stored what a former one left; what was being sent then may have arrived
  public Outbox(List<Alert> stored) {
    for (Alert alert : stored) {
      Alert known = alert;
      for (Delivery each : alert.deliveries()) {
        if (each.status() == Status.SENDING) {
          known = known.with(each.in(Status.UNCERTAIN));
        }
      }
      alerts.put(alert.account().id(), known);
    }
  }

  /// A delivery that is to be made now.
  ///
  /// @param alert as it is to be brought to disk before
  public record Sending(Alert alert, String channel) {}

  /// How a delivery ended.
  public enum Result {
    /// It was taken.
    TAKEN,
    /// Not now.
    NOT_NOW
  }

  /// Tells of an episode as it stands now.
  ///
  /// @param channels by which one that is new goes out
  /// @return to be brought to disk
  public Alert amend(Account account, List<String> channels, Moment at) {
    Alert before = alerts.get(account.id());
    List<Delivery> deliveries =
        before == null ? channels.stream().map(Delivery::to).toList() : before.deliveries();
    Optional<Instant> ready =
        Optional.ofNullable(before)
            .flatMap(Alert::readyAt)
            .or(() -> account.isReady() ? Optional.of(at.wall()) : Optional.empty());
    Alert amended = new Alert(account, ready, deliveries);
    alerts.put(account.id(), amended);
    return amended;
  }

  /// What is to be sent now; empty where nothing is.
  public Optional<Sending> next(Moment at) {
    for (Alert alert : alerts.values()) {
      for (Delivery each : alert.deliveries()) {
        boolean isDue =
            alert.readyAt().isPresent()
                && each.status() == Status.WAITING
                && notBefore
                        .getOrDefault(key(alert, each.channel()), Duration.ZERO)
                        .compareTo(at.monotonic())
                    <= 0;
        if (isDue) {
          Alert begun = alert.with(each.in(Status.SENDING));
          alerts.put(alert.account().id(), begun);
          return Optional.of(new Sending(begun, each.channel()));
        }
      }
    }
    return Optional.empty();
  }

  private static Key key(Alert alert, String channel) {
    return new Key(alert.account().id(), channel);
  }

  /// A delivery has ended.
  ///
  /// @return to be brought to disk
  public Alert ended(Sending sending, Result result, Moment at) {
    Alert alert = alerts.getOrDefault(sending.alert().account().id(), sending.alert());
    Delivery delivery =
        alert.deliveries().stream()
            .filter(each -> each.channel().equals(sending.channel()))
            .findFirst()
            .orElseThrow();
    Status status =
        result == Result.TAKEN
            ? Status.SENT
            : isTooOld(alert, delivery, at) ? Status.EXPIRED : Status.WAITING;
    if (status == Status.WAITING) {
      notBefore.put(key(alert, sending.channel()), at.monotonic().plus(pause(delivery.tries())));
    }
    Alert ended = alert.with(delivery.in(status));
    alerts.put(ended.account().id(), ended);
    return ended;
  }

  private static boolean isTooOld(Alert alert, Delivery delivery, Moment at) {
    Instant ready = alert.readyAt().orElse(at.wall());
    return delivery.tries() >= TRIES_AT_LEAST
        && Duration.between(ready, at.wall()).compareTo(EXPIRES_AFTER) > 0;
  }

  private static Duration pause(int tries) {
    Duration pause = FIRST_RETRY.multipliedBy(1L << Math.min(DOUBLINGS, Math.max(0, tries - 1)));
    return pause.compareTo(LAST_RETRY) < 0 ? pause : LAST_RETRY;
  }

  /// A link has come back: what waits need not wait any longer.
  public void aWayIsBack() {
    notBefore.clear();
  }

  /// Episodes that had not ended when they were last told of.
  public List<Account> unfinished() {
    return alerts.values().stream()
        .map(Alert::account)
        .filter(account -> !account.isOver())
        .toList();
  }

  /// Forgets the oldest of those that are settled.
  ///
  /// @param kept how many are kept
  /// @return ids of what was forgotten
  public List<String> forget(int kept) {
    List<String> settled =
        new ArrayList<>(
            alerts.values().stream()
                .filter(Alert::isSettled)
                .map(alert -> alert.account().id())
                .toList());
    List<String> old = settled.subList(0, Math.max(0, settled.size() - kept));
    old.forEach(alerts::remove);
    return List.copyOf(old);
  }
}

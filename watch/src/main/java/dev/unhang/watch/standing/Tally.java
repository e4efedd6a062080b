package dev.unhang.watch.standing;

import dev.unhang.model.id.StepId;
import dev.unhang.watch.machine.Account;
import dev.unhang.watch.machine.Event;
import dev.unhang.watch.machine.Event.ClimbEnd;
import dev.unhang.watch.machine.Order;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// Counts what happens, NIC by NIC: it is shown each event that the machine takes and each order
/// that it gives.
public final class Tally {
  private final Map<String, Counts> counts = new HashMap<>();

  /// The NIC of each recovery that goes on, by the order's number.
  private final Map<Integer, String> climbing = new HashMap<>();

  /// Episodes that are counted, by NIC: the last one, since an id is never used twice.
  private final Map<String, String> begun = new HashMap<>();

  private final Map<String, String> ended = new HashMap<>();

  /// Something happened.
  public void happened(Event event) {
    if (event instanceof Event.Climbed climbed) {
      Optional.ofNullable(climbing.remove(climbed.order()))
          .ifPresent(nic -> climbed(nic, climbed.end()));
    }
  }

  /// Something was ordered.
  public void ordered(Order order) {
    if (order instanceof Order.Recover recover) {
      climbing.put(recover.number(), recover.nic().key());
    } else if (order instanceof Order.Tell tell) {
      told(tell.account());
    }
  }

  /// By the NICs' keys.
  public Map<String, Counts> counts() {
    return Map.copyOf(counts);
  }

  private void told(Account account) {
    if (!account.id().equals(begun.put(account.key(), account.id()))) {
      count(account.key(), Counts::hang);
    }
    Optional<Duration> outage = account.outage().filter(any -> account.isOver());
    if (outage.isPresent() && !account.id().equals(ended.put(account.key(), account.id()))) {
      count(account.key(), each -> each.over(outage.get()));
    }
  }

  private void climbed(String nic, ClimbEnd end) {
    Set<StepId> failed = new HashSet<>();
    switch (end) {
      case ClimbEnd.Cured cured -> {
        failed.addAll(cured.tried());
        failed.remove(cured.by());
        count(nic, each -> each.cured(cured.by()));
      }
      case ClimbEnd.NotCured not -> failed.addAll(not.tried());
      case ClimbEnd.Refused refused -> failed.addAll(refused.tried());
      case ClimbEnd.Busy _, ClimbEnd.NotNeeded _ -> failed.clear();
    }
    failed.forEach(step -> count(nic, each -> each.failed(step)));
  }

  private void count(String nic, UnaryOperator<Counts> one) {
    counts.put(nic, one.apply(counts.getOrDefault(nic, Counts.NONE)));
  }
}

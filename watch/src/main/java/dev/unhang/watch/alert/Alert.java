package dev.unhang.watch.alert;

import dev.unhang.watch.machine.Account;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What is told of one episode. Until it is sent it says how the episode stands now.
///
/// @param readyAt wall time when it was first ready to be sent
public record Alert(Account account, Optional<Instant> readyAt, List<Delivery> deliveries) {
  public Alert {
    deliveries = List.copyOf(deliveries);
  }

  /// Whether the episode is over, and every delivery settled.
  public boolean isSettled() {
    return account.isOver() && deliveries.stream().allMatch(Delivery::isSettled);
  }

  Alert with(Delivery changed) {
    return new Alert(
        account,
        readyAt,
        deliveries.stream()
            .map(each -> each.channel().equals(changed.channel()) ? changed : each)
            .toList());
  }
}

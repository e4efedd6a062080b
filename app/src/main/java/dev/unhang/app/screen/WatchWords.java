package dev.unhang.app.screen;

import dev.unhang.watch.machine.Account;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What the watch does, a line each, as the log of its service has it.
public final class WatchWords {
  private static final long THOUSAND = 1000;

  private WatchWords() {}

  /// What is new in an account.
  ///
  /// @param last the last one of that NIC
  public static List<String> news(Optional<Account> last, Account now) {
    Optional<Account> before = last.filter(each -> each.id().equals(now.id()));
    boolean isFirst = before.isEmpty();
    List<String> lines = new ArrayList<>();
    if (isFirst) {
      lines.add(
          now.nic()
              + ": stands still: "
              + now.cause().words()
              + ", and the device shows it ("
              + now.seen()
              + "); episode "
              + now.id());
    }
    Optional<String> saved = before.flatMap(Account::evidence);
    if (!now.evidence().equals(saved)) {
      now.evidence().ifPresent(file -> lines.add(now.nic() + ": evidence saved: " + file));
    }
    List<String> told = before.map(Account::notes).orElse(List.of());
    now.notes().stream()
        .filter(note -> !told.contains(note))
        .forEach(note -> lines.add(now.nic() + ": " + note));
    if (!before.map(Account::stage).equals(Optional.of(now.stage()))) {
      stage(now).ifPresent(words -> lines.add(now.nic() + ": " + words));
    }
    return lines;
  }

  private static Optional<String> stage(Account now) {
    return switch (now.stage()) {
      case GOES_ON -> Optional.empty();
      case WAITS -> Optional.of("waits, and does nothing until that changes");
      case CURED ->
          Optional.of(
              "sends again, by "
                  + now.curedBy().orElse("?")
                  + now.outage().map(WatchWords::after).orElse(""));
      case CAME_BACK -> Optional.of("sends again, by nothing that the watch did");
      case GIVEN_UP -> Optional.of("still stands still, and the watch can do no more");
    };
  }

  private static String after(Duration outage) {
    return String.format(Locale.ROOT, ", after %.1f s", (double) outage.toMillis() / THOUSAND);
  }
}

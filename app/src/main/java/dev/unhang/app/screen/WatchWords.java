package dev.unhang.app.screen;

import dev.unhang.watch.machine.Account;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the watch does, a line each, as the log of its service has it.
public final class WatchWords {
  private static final long THOUSAND = 1000;

  private WatchWords() {}

  /// What is new in an account.
  ///
  /// @param before the last one of that NIC
  public static List<String> news(@Nullable Account before, Account now) {
    boolean isFirst = before == null || !before.id().equals(now.id());
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
    Optional<String> saved = isFirst ? Optional.empty() : before.evidence();
    if (!now.evidence().equals(saved)) {
      now.evidence().ifPresent(file -> lines.add(now.nic() + ": evidence saved: " + file));
    }
    List<String> told = isFirst ? List.of() : before.notes();
    now.notes().stream()
        .filter(note -> !told.contains(note))
        .forEach(note -> lines.add(now.nic() + ": " + note));
    if (isFirst || before.stage() != now.stage()) {
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
    return String.format(
        java.util.Locale.ROOT, ", after %.1f s", (double) outage.toMillis() / THOUSAND);
  }
}

package dev.unhang.watch.alert;

import dev.unhang.watch.machine.Account;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What a person reads of an episode.
///
/// @param subject one line
/// @param lines the rest
public record Message(String subject, List<String> lines) {
  private static final double THOUSAND = 1000;

  public Message {
    lines = List.copyOf(lines);
  }

  /// Of one episode.
  ///
  /// @param host its name
  public static Message of(Account account, String host) {
    List<String> lines = new ArrayList<>();
    lines.add("When: " + account.began().wall());
    lines.add("Noticed: " + account.cause().words());
    lines.add("The device showed: " + account.seen());
    account.notes().forEach(note -> lines.add("- " + note));
    account.evidence().ifPresent(file -> lines.add("Evidence: " + file));
    account.evidence().ifPresent(file -> lines.add("Read it with: unhang doctor " + file));
    lines.add(next(account));
    lines.add("Episode " + account.id());
    return new Message("unhang: " + account.nic() + " on " + host + " " + ended(account), lines);
  }

  /// That it works at all, and what an alert looks like.
  public static Message test(String host) {
    return new Message(
        "unhang: a test from " + host,
        List.of("Nothing has hung. You asked for this message: unhang watch --test-alert"));
  }

  private static String ended(Account account) {
    return switch (account.stage()) {
      case CURED ->
          "hung, and was cured by "
              + account.curedBy().orElse("?")
              + account.outage().map(Message::after).orElse("");
      case CAME_BACK -> "hung, and came back by itself";
      case GIVEN_UP -> "hangs, and the watch can do no more";
      case WAITS -> "hangs, and the watch may do nothing now";
      case GOES_ON -> "hangs";
    };
  }

  private static String after(Duration outage) {
    return String.format(Locale.ROOT, " after %.1f s", outage.toMillis() / THOUSAND);
  }

  private static String next(Account account) {
    return account.isOver()
        ? "To keep it from hanging at every boot: unhang fix " + account.nic()
        : "See what can be done: unhang doctor";
  }

  /// As the body of a mail.
  public String text() {
    return String.join("\n", lines) + "\n";
  }
}

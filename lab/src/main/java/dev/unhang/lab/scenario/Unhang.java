package dev.unhang.lab.scenario;

import dev.unhang.lab.Story;
import dev.unhang.lab.guest.Guest;
import dev.unhang.lab.guest.Outcome;
import java.time.Duration;
import java.util.stream.Stream;

/// unhang, as an administrator of the machine types it.
///
/// @param story is told what was typed and how it ended
/// @param host where it is typed
record Unhang(Story story, Guest host) {

  /// A call takes 5 to 10 s under software emulation; the bound is for a busy host.
  private static final Duration BOUND = Duration.ofMinutes(2);

  private static final int TRIES = 4;

  /// Runs it and checks its exit status.
  Outcome exits(int status, String... arguments) {
    Outcome outcome = run(arguments);
    story.check(
        "unhang %s: exit %d".formatted(String.join(" ", arguments), status),
        outcome.exit() == status,
        outcome.transcript());
    return outcome;
  }

  /// Runs it, whatever its exit status.
  ///
  /// unhang waits five seconds for an answer of the kernel. Under software emulation on a busy host
  /// a healthy guest may take longer; that is no finding about unhang, and it is asked again.
  Outcome run(String... arguments) {
    String[] argv = Stream.concat(Stream.of("unhang"), Stream.of(arguments)).toArray(String[]::new);
    story.tell("unhang " + String.join(" ", arguments));
    Outcome outcome = host.run(BOUND, argv);
    for (int again = 1; again < TRIES && isUnanswered(outcome); again++) {
      story.tell("  the guest was too slow to answer it; once more");
      outcome = host.run(BOUND, argv);
    }
    return outcome;
  }

  private static boolean isUnanswered(Outcome outcome) {
    return Stream.of("no answer within", "still without an answer")
        .anyMatch(words -> (outcome.out() + outcome.err()).contains(words));
  }
}

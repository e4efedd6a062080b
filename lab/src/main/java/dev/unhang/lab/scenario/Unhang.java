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
  Outcome run(String... arguments) {
    story.tell("unhang " + String.join(" ", arguments));
    return host.run(
        BOUND, Stream.concat(Stream.of("unhang"), Stream.of(arguments)).toArray(String[]::new));
  }
}

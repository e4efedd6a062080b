package dev.unhang.lab.scenario;

import dev.unhang.lab.Story;
import dev.unhang.lab.guest.Outcome;
import dev.unhang.lab.host.Json;

/// What `unhang verify` says, check by check.
///
/// @param outcome of the command, with `--json`
record Verified(Story story, Outcome outcome) {

  /// Asks, and checks the exit status.
  static Verified of(Unhang unhang, int status, String nic) {
    return new Verified(unhang.story(), unhang.exits(status, "verify", nic, "--json"));
  }

  /// Checks what it says of one thing.
  ///
  /// @param subject such as `tso at boot`
  /// @param result its word
  void says(String subject, String result) {
    story.check(
        subject + ": " + result,
        Json.parse(outcome.out()).objects("checks").stream()
            .anyMatch(check ->
                check.text("subject").orElse("").equals(subject)
                    && check.text("result").orElse("").equals(result)),
        outcome.transcript());
  }
}

package dev.unhang.lab.scenario;

import dev.unhang.lab.Story;
import dev.unhang.lab.guest.Guest;
import dev.unhang.lab.guest.Outcome;
import java.time.Duration;
import java.util.function.Consumer;

/// A card that is made to stand still while it sends, and `unhang recover`.
///
/// @param story is told
/// @param host whose eno1 it is
record StandsStill(Story story, Guest host) {
  /// What is reached over eno1.
  static final String ROUTER = "10.0.2.2";

  /// A host that boots, or a card that comes back, under software emulation.
  static final Duration BOUND = Duration.ofSeconds(40);

  /// Breaks the card under load, which goes on for a while.
  ///
  /// @return the process that sends
  String hangs(Consumer<CardRegisters> fault) {
    String flood =
        host.must(
            "sh",
            "-c",
            "timeout 40 ping -f -s 1400 " + ROUTER + " >/dev/null 2>&1 & echo $!; sleep 1");
    fault.accept(new CardRegisters(host));
    return flood;
  }

  /// Breaks the card under load, and has unhang recover it.
  ///
  /// @param fault breaks it
  /// @return what `unhang recover` said; it has ended well
  Outcome recovered(Consumer<CardRegisters> fault) {
    String flood = hangs(fault);
    story.expect("the router is out of reach", BOUND, () -> !host.reaches(ROUTER));
    Duration begun = story.elapsed();
    Outcome recovered = new Unhang(story, host).exits(0, "recover", "eno1", "--yes");
    double seconds = story.elapsed().minus(begun).toMillis() / 1000.0;
    story.tell("the whole command, from a cold start to its end: %.1f s".formatted(seconds));
    // Under the flood a single question may well be lost.
    host.run("kill", flood.strip());
    return recovered;
  }
}

package dev.unhang.app.command;

import dev.unhang.app.console.Console;
import dev.unhang.app.console.ExitCode;
import dev.unhang.app.option.Changing;
import dev.unhang.app.option.Spec;
import dev.unhang.app.option.Usage;
import dev.unhang.app.wiring.Host;
import dev.unhang.app.wiring.Wiring;
import dev.unhang.model.change.Change;
import dev.unhang.model.error.UnhangException;
import dev.unhang.repair.TrialWatch;
import dev.unhang.repair.Undo;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// What a trial starts beside itself: it waits, and takes the change back unless it was confirmed.
/// No person types it, and help does not list it.
final class RevertCommand implements CliCommand {
  static final String NAME = "revert";
  static final String AFTER = "--after";

  /// A driver that is stuck may hold rtnl for minutes, and another unhang the lock for as long as
  /// its person thinks.
  private static final Duration FIRST_RETRY = Duration.ofSeconds(5);

  private static final Duration LAST_RETRY = Duration.ofSeconds(40);

  private final Wiring wiring;
  private final CommandSpec spec =
      Spec.command(NAME, "Takes a change back after a while, unless it was confirmed.")
          .addPositional(Spec.one("N", "1", "a change's number"))
          .addOption(Spec.value(AFTER, "SECONDS", "how long it is tried"));

  RevertCommand(Wiring wiring) {
    this.wiring = wiring;
    spec.usageMessage().hidden(true);
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public ExitCode run(ParseResult arguments, Console console) {
    Host host = wiring.live();
    Changing.needsRoot(host, NAME);
    int number = number(Spec.operands(arguments).getFirst());
    Duration length = Duration.ofSeconds(number(arguments.matchedOptionValue(AFTER, "")));
    TrialWatch watch = new TrialWatch(host.ledger(), host.clocks());
    Duration end = host.clocks().monotonic().plus(length);
    Duration pause = FIRST_RETRY;
    // Whatever stands in the way, it never gives up while the change is pending: no other process
    // would
    // undo it.
    while (true) {
      try {
        Duration left = end.minus(host.clocks().monotonic());
        if (watch.await(number, left).isEmpty()) {
          console.say("Change " + number + " was confirmed or undone already");
          return ExitCode.OK;
        }
        return Changing.alone(host, () -> takeBack(host, watch.pending(number), console));
      } catch (UnhangException failed) {
        console.note("unhang: " + String.valueOf(failed.getMessage()));
        host.clocks().pause(pause);
        pause = pause.compareTo(LAST_RETRY) < 0 ? pause.multipliedBy(2) : LAST_RETRY;
      }
    }
  }

  private static ExitCode takeBack(Host host, Optional<Change> change, Console console) {
    if (change.isPresent()) {
      Undo undo = new Undo(host.view(), host.control(), host.ledger());
      undo.carryOut(undo.plan(change.get()));
      console.say("Change " + change.get().number() + " was not confirmed, and is rolled back");
    }
    return ExitCode.OK;
  }

  private static int number(String text) {
    if (!text.matches("\\d{1,7}")) {
      throw new Usage("a number is needed; not " + text);
    }
    return Integer.valueOf(text);
  }
}

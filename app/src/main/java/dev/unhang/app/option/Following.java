package dev.unhang.app.option;

import dev.unhang.app.console.Console;
import dev.unhang.app.console.ExitCode;
import dev.unhang.logs.LogReading;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Trouble;
import dev.unhang.model.host.Clocks;
import dev.unhang.model.host.HostEvents;
import dev.unhang.model.host.Running;
import dev.unhang.model.log.KernelEvent;
import dev.unhang.model.log.LogFacts;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// `scan --follow`: each event as it is logged, until it is ended.
public final class Following {
  private static final Duration LOOK_EVERY = Duration.ofMillis(250);

  private final Clocks clocks;
  private final Console console;
  private final Set<String> told = new HashSet<>();

  public Following(Clocks clocks, Console console) {
    this.clocks = clocks;
    this.console = console;
  }

  /// @param origin what the log is called
  /// @param telling says an event
  public ExitCode run(Origin origin, HostEvents events, Consumer<KernelEvent> telling) {
    LogReading log =
        new LogReading(
            origin,
            event -> {
              telling.accept(event);
              console.out().flush();
            });
    try (Running following =
        events.followKernelLog((chunk, offset, length) -> {
          log.acceptRecords(chunk, offset, length);
          tell(log.troubles());
        })) {
      // Not before: who reads it may have something logged at once.
      console.note("unhang: following the " + origin.name() + " from now on; Ctrl-C ends it");
      while (following.exit().isEmpty() && !console.out().checkError()) {
        tell(following);
        clocks.pause(LOOK_EVERY);
      }
      tell(following);
    }
    tell(log.finish().known().map(LogFacts::troubles).orElse(List.of()));
    if (console.lost().isEmpty()) {
      console.note("unhang: the " + origin.name() + " can't be followed any further");
    }
    return ExitCode.INCOMPLETE;
  }

  private void tell(Running following) {
    following.errorText().lines().forEach(this::tellOnce);
  }

  private void tell(List<Trouble> troubles) {
    troubles.forEach(trouble -> tellOnce(trouble.toString()));
  }

  /// As soon as it is known: whoever ends it by Ctrl-C would never hear of it.
  private synchronized void tellOnce(String trouble) {
    if (!trouble.isBlank() && told.add(trouble)) {
      console.note("unhang: " + trouble.strip());
    }
  }
}

package dev.unhang.app.cli;

import dev.unhang.app.Console;
import dev.unhang.app.ExitCode;
import dev.unhang.app.Host;
import dev.unhang.app.render.Escape;
import dev.unhang.diagnose.LogReading;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.Trouble;
import dev.unhang.model.facts.KernelEvent;
import dev.unhang.model.facts.LogFacts;
import dev.unhang.model.host.Running;
import java.time.Duration;
import java.util.function.Function;

/// `scan --follow`: each event as the kernel logs it, until somebody ends it.
final class Following {
  private static final Duration LOOK_EVERY = Duration.ofMillis(250);

  private final Host host;
  private final Console console;

  Following(Host host, Console console) {
    this.host = host;
    this.console = console;
  }

  /// @param words how an event is told
  ExitCode run(Function<KernelEvent, String> words) {
    LogReading log =
        new LogReading(
            new Origin("kernel log"),
            event -> {
              console.say(words.apply(event));
              console.out().flush();
            });
    console.note("unhang: following the kernel log from now on; Ctrl-C ends it");
    try (Running following = host.events().followKernelLog(log::acceptRecords)) {
      while (following.exit().isEmpty() && !console.out().checkError()) {
        host.clocks().pause(LOOK_EVERY);
      }
      if (!following.errorText().isBlank()) {
        console.note("unhang: " + Escape.terminal(following.errorText().strip()));
      }
    }
    return ended(log.finish());
  }

  /// Nobody ended it: the log did.
  private ExitCode ended(Reading<LogFacts> read) {
    for (Trouble trouble : read.known().map(LogFacts::troubles).orElse(java.util.List.of())) {
      console.note("unhang: " + Escape.terminal(trouble.toString()));
    }
    console.note("unhang: the kernel log can't be followed any further");
    return ExitCode.INCOMPLETE;
  }
}

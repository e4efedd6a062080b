package dev.unhang.app.command;

import dev.unhang.app.console.Console;
import dev.unhang.app.json.FleetJson;
import dev.unhang.app.screen.FleetWords;
import dev.unhang.fleet.scan.HostResult;
import dev.unhang.model.host.Clocks;
import java.time.Duration;

/// Says results as they come, and how far it is: on a terminal one line that is written over,
/// elsewhere a line now and then.
final class FleetProgress {
  private static final Duration BETWEEN = Duration.ofSeconds(10);
  private static final int WIDTH = 60;

  private final Console console;
  private final Clocks clocks;
  private final int hosts;
  private final boolean isJson;
  private Duration told;
  private int done;

  FleetProgress(Console console, Clocks clocks, int hosts, boolean isJson) {
    this.console = console;
    this.clocks = clocks;
    this.hosts = hosts;
    this.isJson = isJson;
    this.told = clocks.monotonic();
  }

  /// A result that was there before.
  void say(HostResult result) {
    if (isJson) {
      console.say(FleetJson.host(result));
    } else {
      console.say(FleetWords.host(result));
    }
  }

  /// One more. What is said is shown at once.
  void done(HostResult result) {
    done++;
    clear();
    say(result);
    console.out().flush();
    String far = "unhang: " + done + " of " + hosts + " hosts";
    if (console.terminal()) {
      console.progress(far);
    } else if (clocks.monotonic().minus(told).compareTo(BETWEEN) > 0) {
      told = clocks.monotonic();
      console.note(far);
    }
  }

  /// No more come.
  void end(boolean stopped) {
    clear();
    if (stopped) {
      console.note(
          "unhang: stopped after " + done + " of " + hosts + " hosts; what follows is of these");
    }
  }

  private void clear() {
    if (console.terminal()) {
      console.progress(" ".repeat(WIDTH));
      console.progress("");
    }
  }
}

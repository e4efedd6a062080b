package dev.unhang.app.screen;

import dev.unhang.app.console.Console;
import dev.unhang.findings.words.Words;
import dev.unhang.repair.trial.LoadOrder;
import dev.unhang.repair.trial.LoadResult;
import java.time.Duration;
import java.util.Locale;

/// How a load goes, and how it ended.
public final class LoadWords {
  /// On a terminal one line changes every second; elsewhere a line now and then is enough.
  private static final int QUIET_LINES_EVERY = 10;

  private final Console console;
  private final LoadOrder order;

  public LoadWords(Console console, LoadOrder order) {
    this.console = console;
    this.order = order;
  }

  /// Once a second.
  public void progress(Duration elapsed, long bytes, long bytesLastSecond) {
    String line =
        String.format(
            Locale.ROOT,
            "%s: %d s of %d s, %s sent, %s",
            order.nic(),
            elapsed.toSeconds(),
            order.longest().toSeconds(),
            amount(bytes),
            rate(bytesLastSecond, Duration.ofSeconds(1)));
    if (console.terminal()) {
      console.progress(line + "   ");
    } else if (elapsed.toSeconds() % QUIET_LINES_EVERY == 0) {
      console.note(line);
    }
  }

  /// At the end.
  public void end(LoadResult result) {
    if (console.terminal()) {
      console.note("");
    }
    String went =
        " after "
            + Words.time(result.lasted())
            + ", "
            + amount(result.bytes())
            + " ("
            + rate(result.bytes(), result.lasted())
            + ")";
    switch (result) {
      case LoadResult.Quiet quiet -> console.say("No hang" + went);
      case LoadResult.Elsewhere none -> {
        console.say("NOTHING WAS SENT by " + order.nic() + went + ": this proves nothing of it.");
        console.say(
            "  iperf3 ended well, so its traffic went another way; a bond has another slave.");
      }
      case LoadResult.Hung hung -> {
        console.say("HUNG" + went + "; the load was stopped");
        console.say("  " + hung.report().text());
        console.say("Look: unhang doctor");
      }
      case LoadResult.Stalled stalled -> {
        console.say("STALLED" + went + ": nothing moves on " + order.nic() + " any more,");
        console.say("  and the kernel has reported no hang. Does the route to the server leave");
        console.say("  by " + order.nic() + "? See: ip route get " + order.server());
      }
      case LoadResult.Failed failed -> {
        console.say("iperf3 ended with " + failed.exit() + went);
        console.say("  " + failed.error());
      }
    }
  }

  private static String amount(long bytes) {
    return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
  }

  private static String rate(long bytes, Duration span) {
    double seconds = Math.max(span.toMillis(), 1) / 1000.0;
    return String.format(Locale.ROOT, "%.0f Mbit/s", bytes * 8 / seconds / 1e6);
  }
}

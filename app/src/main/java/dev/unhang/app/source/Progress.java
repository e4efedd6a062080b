package dev.unhang.app.source;

import dev.unhang.app.console.Console;
import dev.unhang.findings.words.Words;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// Says on the error stream how far a long reading has come: on a terminal one line that is written
/// over, elsewhere a line now and then. A short one says nothing.
public final class Progress implements AutoCloseable {
  private static final long TICK_MILLIS = 500;

  /// The first thing is said after this long, and on something else than a terminal the next so
  /// long after it.
  private static final int FIRST_TICK = 4;

  private static final int TICKS_BETWEEN_LINES = 20;
  private static final int WIDTH = 78;

  private final Console console;
  private final String what;
  private final long total;
  private final AtomicLong done = new AtomicLong();
  private final ScheduledExecutorService ticker =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("progress").factory());
  private final ScheduledFuture<?> ticks;
  private int count;
  private volatile boolean told;

  /// @param total bytes there are to read; 0 where it is not known
  public Progress(Console console, String what, long total) {
    this.console = console;
    this.what = what;
    this.total = total;
    ticks = ticker.scheduleAtFixedRate(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
  }

  /// So many bytes more.
  void add(long bytes) {
    done.addAndGet(bytes);
  }

  private void tick() {
    count++;
    boolean due = count >= FIRST_TICK;
    if (due && console.terminal()) {
      String line = line();
      console.progress(line + " ".repeat(Math.max(0, WIDTH - line.length())));
      told = true;
    } else if (due && (count - FIRST_TICK) % TICKS_BETWEEN_LINES == 0) {
      console.note(line());
    }
  }

  private String line() {
    long bytes = done.get();
    String text = "unhang: reading " + what + ": " + Words.bytes(bytes);
    if (total <= 0 || bytes <= 0) {
      return text;
    }
    double millis = (double) count * TICK_MILLIS;
    long left = Math.round(millis * Math.max(0, total - bytes) / bytes);
    return text
        + " of "
        + Words.bytes(total)
        + ", about "
        + Words.time(Duration.ofMillis(left))
        + " more";
  }

  @Override
  public void close() {
    ticks.cancel(false);
    ticker.shutdownNow();
    if (told) {
      console.progress(" ".repeat(WIDTH));
      console.progress("");
    }
  }
}

package dev.unhang.bench;

import java.io.PrintStream;
import java.util.Locale;

/// What is being done, a line a step: a whole run takes many minutes.
public final class Story {
  private final PrintStream out;
  private final long begin = System.nanoTime();

  /// @param out where the lines go; not where the table goes
  public Story(PrintStream out) {
    this.out = out;
  }

  /// Tells one step, with the time since the beginning.
  public void tell(String sentence) {
    out.printf(Locale.ROOT, "[%6.1f s] %s%n", (System.nanoTime() - begin) / 1e9, sentence);
    out.flush();
  }
}

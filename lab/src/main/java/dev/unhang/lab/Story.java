package dev.unhang.lab;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/// What happens in a scenario, told as it happens: a line a step, with the time since the
/// beginning.
///
/// The two kinds of waiting end differently: what the lab *needs* and does not get means that the
/// lab is broken (69), what a scenario *expects* and does not see means that its promise is broken
/// (1).
public final class Story {

  /// How often a condition is looked at. Each look is a command in a slow guest.
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

  private final PrintStream out;
  private final long begin = System.nanoTime();

  /// @param out where the lines go
  public Story(PrintStream out) {
    this.out = out;
  }

  /// A look at the machine; true ends the wait.
  public interface Condition {
    /// @return whether it holds now
    boolean holds();
  }

  /// Time since the story began.
  public Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  /// Tells one step.
  public void tell(String sentence) {
    out.printf(Locale.ROOT, "[%6.1f s] %s%n", elapsed().toMillis() / 1000.0, sentence);
    out.flush();
  }

  /// Waits for something that the lab itself needs.
  public void need(String sentence, Duration bound, Condition condition) {
    if (!waitFor(sentence, bound, condition)) {
      throw new LabBroken(
          "waited %d s in vain: %s".formatted(bound.toSeconds(), sentence),
          "look at console.log and guest.log in the folder printed below; a busy host can be too"
              + " slow");
    }
  }

  /// Waits for something that the scenario promises.
  public void expect(String sentence, Duration bound, Condition condition) {
    if (!waitFor(sentence, bound, condition)) {
      throw new CheckFailed(sentence, "not within %d s".formatted(bound.toSeconds()));
    }
  }

  /// Checks a promise that holds now or not at all.
  ///
  /// @param seen what is shown if it does not hold
  public void check(String sentence, boolean holds, String seen) {
    if (!holds) {
      throw new CheckFailed(sentence, seen);
    }
    tell("  ok: " + sentence);
  }

  /// Lets time pass that is part of the experiment.
  public void pass(String why, Duration time) {
    tell(why + " (" + time.toSeconds() + " s)");
    sleep(time);
  }

  private boolean waitFor(String sentence, Duration bound, Condition condition) {
    Duration from = elapsed();
    do {
      if (condition.holds()) {
        double waited = elapsed().minus(from).toMillis() / 1000.0;
        tell(String.format(Locale.ROOT, "  ok: %s (waited %.1f s)", sentence, waited));
        return true;
      }
      sleep(BETWEEN_LOOKS);
    } while (elapsed().minus(from).compareTo(bound) < 0);
    return false;
  }

  /// Sleeps; being interrupted means that the lab is being ended.
  public static void sleep(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      throw new LabBroken("interrupted while waiting", ended);
    }
  }
}

package dev.unhang.model.plan;

import java.time.Duration;

/// What doing a step may cost.
public sealed interface Risk {
  /// In words, for the screen and JSON.
  String words();

  /// Traffic goes on.
  record None() implements Risk {
    @Override
    public String words() {
      return "none";
    }
  }

  /// The interface is destroyed and made anew: guests have no network meanwhile.
  record GuestsLoseNetwork(Duration longest) implements Risk {
    @Override
    public String words() {
      return "the interface goes and comes back; no network for up to "
          + longest.toSeconds()
          + " s, and what it had is restored";
    }
  }

  /// The adapter is reset: the link drops and comes back by itself.
  record LinkBlip(Duration longest) implements Risk {
    @Override
    public String words() {
      return "the link drops for up to " + longest.toSeconds() + " s";
    }
  }
}

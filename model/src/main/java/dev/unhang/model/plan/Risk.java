package dev.unhang.model.plan;

import java.time.Duration;

/// What doing a step may cost.
public sealed interface Risk {
  /// In words, for the screen and JSON.
  String words();

  /// Whether the driver resets the NIC for it.
  default boolean isReset() {
    return this instanceof LinkBlip || this instanceof GuestsLoseNetwork;
  }

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

  /// The host reboots: all that runs on it ends.
  record HostReboots() implements Risk {
    @Override
    public String words() {
      return "the host reboots, and with it every guest";
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

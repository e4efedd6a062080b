package dev.unhang.watch.machine;

import java.time.Duration;

/// How often the watch looks, and how long it waits.
final class Rhythm {
  /// A stall is seen by two samples and confirmed by a look: within 2 s.
  static final Duration SAMPLE_EVERY = Duration.ofMillis(500);

  /// However many lines a log has, the device is not asked oftener.
  static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  /// One that nothing is done about may come back by itself.
  static final Duration LOOK_NOW_AND_THEN = Duration.ofSeconds(10);

  /// As long as the evidence may keep the recovery waiting.
  static final Duration FREEZE_WITHIN = Duration.ofSeconds(15);

  /// The node is fenced a minute after it stopped sending, and the recovery itself takes time.
  static final Duration FREEZE_WITHIN_IN_A_CLUSTER = Duration.ofSeconds(5);

  /// Another unhang holds the host for as long as its person thinks.
  static final Duration TRY_AGAIN = Duration.ofSeconds(10);

  /// One that came back by itself may stand still again at once: until it has sent for so long,
  /// that is one hang.
  static final Duration SETTLED_AFTER = Duration.ofSeconds(60);

  /// Recoveries are counted within this.
  static final Duration HOUR = Duration.ofHours(1);

  static final Duration REBOOT_AT_MOST_EVERY = Duration.ofHours(24);

  /// Until something else changes.
  static final Duration WITHOUT_END = Duration.ofDays(365_000);

  private Rhythm() {}
}

package dev.unhang.logs.journal;

import dev.unhang.model.id.BootId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Which entries are wanted.
///
/// @param boot one boot only; empty for all
/// @param since none written before; empty for no bound
/// @param until none written after; empty for no bound
public record Selection(Optional<BootId> boot, Optional<Instant> since, Optional<Instant> until) {
  /// Every entry.
  public static final Selection ALL =
      new Selection(Optional.empty(), Optional.empty(), Optional.empty());

  /// The entries of one boot.
  public static Selection of(BootId boot) {
    return new Selection(Optional.of(boot), Optional.empty(), Optional.empty());
  }

  /// The same, of one boot.
  Selection ofBoot(BootId only) {
    return new Selection(Optional.of(only), since, until);
  }

  /// The test in the form that is asked for each of a million entries.
  Test test() {
    String id = boot.map(BootId::value).orElse("");
    return new Test(
        boot.isPresent(),
        boot.isPresent() ? Long.parseUnsignedLong(id.substring(0, 16), 16) : 0,
        boot.isPresent() ? Long.parseUnsignedLong(id.substring(16), 16) : 0,
        since.map(Selection::micros).orElse(Long.MIN_VALUE),
        until.map(Selection::micros).orElse(Long.MAX_VALUE));
  }

  /// Micros since 1970.
  private static long micros(Instant at) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, at);
  }

  record Test(boolean oneBoot, long bootHigh, long bootLow, long since, long until) {
    boolean takes(EntryKey key) {
      return key.realtime >= since
          && key.realtime <= until
          && (!oneBoot || key.bootHigh == bootHigh && key.bootLow == bootLow);
    }
  }
}

package dev.unhang.logs.episode;

import dev.unhang.model.id.Hertz;
import dev.unhang.model.id.Ticks;
import dev.unhang.model.id.Uptime;
import dev.unhang.model.log.Gap;
import dev.unhang.model.log.HangDump;
import dev.unhang.model.log.HangDump.Field;
import dev.unhang.model.log.KernelEvent.HangReported;
import dev.unhang.model.log.LogStamp;
import dev.unhang.model.log.StuckFor;
import dev.unhang.model.log.StuckFor.HzFrom;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Ticks between a packet's queueing and a report, and how many ticks make a second, as far as the
/// reports themselves betray it.
///
/// Kernel: include/linux/jiffies.h, INITIAL_JIFFIES: jiffies begin 300 s below 2^32
final class TickRate {
  /// Two reports must lie this far apart before their distance says anything about HZ.
  private static final Duration SHORTEST_SPAN = Duration.ofMillis(1500);

  /// Wall stamps of whole seconds need a longer span.
  private static final Duration SHORTEST_WALL_SPAN = Duration.ofSeconds(15);

  /// printk's clock and jiffies drift apart by less than this part, and start this far apart.
  private static final double DRIFT = 0.002;

  private static final double START_SECONDS = 2.0;

  /// jiffies begin this many seconds before they pass 2^32.
  private static final double WRAP_SECONDS = 300.0;

  private static final BigInteger WRAP_32 = BigInteger.ONE.shiftLeft(32);
  private static final BigInteger WRAP_64 = BigInteger.ONE.shiftLeft(64);

  /// The MAC's STATUS register.
  ///
  /// Kernel: drivers/net/ethernet/intel/e1000e/defines.h, E1000_STATUS_SPEED_100, _1000
  private static final long SPEED_100 = 0x40;

  private static final long SPEED_1000 = 0x80;

  private TickRate() {}

  /// How long the packet had been stuck at the last report.
  static Optional<StuckFor> stuck(HangReported first, HangReported last) {
    return ticks(last.dump())
        .map(ticks -> {
          Optional<Hertz> two = fromTwo(first, last);
          if (two.isPresent()) {
            return known(ticks, two.get(), HzFrom.TWO_DUMPS);
          }
          List<Hertz> possible =
              ticks(first.dump()).map(each -> possible(each, first.dump())).orElse(Hertz.POSSIBLE);
          return fromPrintk(last, possible)
              .map(hz -> known(ticks, hz, HzFrom.PRINTK_TIME))
              .orElseGet(() -> new StuckFor(ticks, Optional.empty(), HzFrom.UNKNOWN, possible));
        });
  }

  private static StuckFor known(Ticks ticks, Hertz hz, HzFrom from) {
    return new StuckFor(ticks, Optional.of(hz), from, List.of(hz));
  }

  /// At a faster rate the report would have come before the driver calls a packet stuck.
  ///
  /// Kernel: drivers/net/ethernet/intel/e1000e/netdev.c, e1000_clean_tx_irq() and
  /// e1000_watchdog_task(), tx_timeout_factor (v6.1)
  private static List<Hertz> possible(Ticks waited, HangDump dump) {
    long seconds = secondsBeforeReport(dump);
    return Hertz.POSSIBLE.stream()
        .filter(hz -> hz.perSecond() * seconds <= waited.count())
        .toList();
  }

  private static long secondsBeforeReport(HangDump dump) {
    OptionalLong status = dump.value(Field.MAC_STATUS);
    if (status.isEmpty() || (status.getAsLong() & SPEED_1000) != 0) {
      return 1;
    }
    return (status.getAsLong() & SPEED_100) != 0 ? 10 : 16;
  }

  /// jiffies - time_stamp; empty where one is missing, 0 or nonsense.
  static Optional<Ticks> ticks(HangDump dump) {
    OptionalLong stamp = dump.value(Field.TIME_STAMP);
    OptionalLong jiffies = dump.value(Field.JIFFIES);
    if (stamp.isEmpty() || jiffies.isEmpty() || stamp.getAsLong() == 0) {
      return Optional.empty();
    }
    BigInteger from = unsigned(stamp.getAsLong());
    BigInteger to = unsigned(jiffies.getAsLong());
    boolean narrow = from.bitLength() <= 32 && to.bitLength() <= 32;
    BigInteger span = to.subtract(from).mod(narrow ? WRAP_32 : WRAP_64);
    // Half the counter's range can't be a waiting time: the stamp was taken after the print.
    return span.bitLength() < 32 ? Optional.of(new Ticks(span.longValueExact())) : Optional.empty();
  }

  private static BigInteger unsigned(long value) {
    return new BigInteger(Long.toUnsignedString(value));
  }

  private static Optional<Hertz> fromTwo(HangReported first, HangReported last) {
    OptionalLong from = first.dump().value(Field.JIFFIES);
    OptionalLong to = last.dump().value(Field.JIFFIES);
    if (from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    return between(first.at(), last.at())
        .flatMap(span ->
            Hertz.nearest((to.getAsLong() - from.getAsLong()) * 1e9 / Math.max(1, span.toNanos())));
  }

  private static Optional<Duration> between(LogStamp first, LogStamp last) {
    boolean fine = first.uptime().isPresent() && last.uptime().isPresent();
    Duration shortest = fine ? SHORTEST_SPAN : SHORTEST_WALL_SPAN;
    return Gap.between(first, last).filter(span -> span.compareTo(shortest) >= 0);
  }

  /// The one rate at which the jiffies of a report fit its printk time. Near 300 s of uptime all
  /// rates fit, and after a suspend none does.
  private static Optional<Hertz> fromPrintk(HangReported report, List<Hertz> possible) {
    OptionalLong jiffies = report.dump().value(Field.JIFFIES);
    Optional<Uptime> uptime = report.at().uptime();
    if (jiffies.isEmpty() || uptime.isEmpty()) {
      return Optional.empty();
    }
    List<Hertz> fitting =
        possible.stream().filter(hz -> fits(hz, jiffies.getAsLong(), uptime.get())).toList();
    return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
  }

  private static boolean fits(Hertz hz, long jiffies, Uptime uptime) {
    double seconds = uptime.micros() / 1e6;
    double expected = 0x1p32 + (seconds - WRAP_SECONDS) * hz.perSecond();
    double off = jiffies - expected;
    if (Math.abs(off) > 0x1p31) {
      // A kernel of 32 bits has wrapped.
      off = Math.IEEEremainder(off, 0x1p32);
    }
    return Math.abs(off) / hz.perSecond() <= START_SECONDS + DRIFT * seconds;
  }
}

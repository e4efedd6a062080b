package dev.unhang.fleet.scan;

import dev.unhang.hosts.HostReading;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import dev.unhang.model.id.BootId;
import dev.unhang.model.id.Uptime;
import dev.unhang.model.log.LogStamp;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// When a stamp of a host's log was, by what the host says of its own clock.
///
/// @param now when the log was read, by the host's clock; empty for a log at rest
/// @param zone of stamps that name none
/// @param uptime since the boot that runs
/// @param boot the boot that runs
record HostClock(
    Optional<Instant> now, ZoneOffset zone, Optional<Duration> uptime, Optional<BootId> boot) {
  private static final HostPath UPTIME = new HostPath("/proc/uptime");
  private static final Duration DAY = Duration.ofDays(1);

  /// A leap year, so that each day of the calendar can be read.
  private static final int LEAP = 2024;

  private static final DateTimeFormatter SYSLOG =
      new DateTimeFormatterBuilder()
          .appendPattern("MMM ppd HH:mm:ss")
          .parseDefaulting(ChronoField.YEAR, LEAP)
          .toFormatter(Locale.ROOT);

  /// Of a log at rest, whose host can't be asked.
  static final HostClock AT_REST =
      new HostClock(Optional.empty(), ZoneOffset.UTC, Optional.empty(), Optional.empty());

  /// What the host told of itself. Anything that makes no sense was not told.
  static HostClock of(HostView host, Map<String, String> told) {
    Optional<Instant> now =
        Optional.ofNullable(told.get("now"))
            .filter(text -> text.matches("[0-9]{1,11}"))
            .map(text -> Instant.ofEpochSecond(Long.parseLong(text)));
    return new HostClock(
        now,
        zone(told.getOrDefault("zone", "")),
        host.read(UPTIME)
            .known()
            .map(Content::utf8)
            .flatMap(text -> Uptime.parse(text.split(" ", 2)[0]))
            .map(HostClock::duration),
        HostReading.boot(host));
  }

  private static ZoneOffset zone(String text) {
    try {
      return text.matches("[+-][0-9]{4}") ? ZoneOffset.of(text) : ZoneOffset.UTC;
    } catch (DateTimeException none) {
      return ZoneOffset.UTC;
    }
  }

  private static Duration duration(Uptime uptime) {
    return Duration.ofNanos(uptime.micros() * 1000);
  }

  /// Whether a boot is the one that runs; a log that names none is of it where it has no dates.
  boolean runs(Optional<BootId> of) {
    return of.isPresent() ? of.equals(boot) : uptime.isPresent();
  }

  /// When that was; empty where the stamp and the host don't tell.
  Optional<Instant> instant(LogStamp stamp, Optional<BootId> of) {
    if (stamp.wall().isPresent()) {
      return stamp.wall();
    }
    Optional<Instant> bySyslog = syslog(stamp.text());
    if (bySyslog.isPresent() || !runs(of)) {
      return bySyslog;
    }
    return stamp
        .uptime()
        .flatMap(at -> now.flatMap(read -> uptime.map(up -> read.minus(up).plus(duration(at)))));
  }

  /// The last day of that date that is not in the future: syslog names no year.
  private Optional<Instant> syslog(String text) {
    if (now.isEmpty() || text.isEmpty() || !Character.isLetter(text.charAt(0))) {
      return Optional.empty();
    }
    try {
      LocalDateTime date = LocalDateTime.parse(text, SYSLOG);
      int year = LocalDateTime.ofInstant(now.get(), zone).getYear();
      Instant thisYear = date.withYear(year).toInstant(zone);
      return Optional.of(
          thisYear.isAfter(now.get().plus(DAY))
              ? date.withYear(year - 1).toInstant(zone)
              : thisYear);
    } catch (DateTimeParseException another_form) {
      return Optional.empty();
    }
  }
}

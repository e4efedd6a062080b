package dev.unhang.logs;

import dev.unhang.model.log.Gap;
import dev.unhang.model.log.LogStamp;
import java.time.Duration;
import java.util.Optional;

/// Which way time runs in a log. Read newest first, a report's fields belong to the report before,
/// each boot follows the one it came before, and what ended a hang precedes it.
///
/// Man: journalctl(1), "--reverse"; dmesg(1) prints oldest first, `dmesg | tac` doesn't
final class TimeOrder {
  /// The calendar runs back where a clock is set, and the uptime at each boot: that happens a few
  /// times among many lines.
  private static final int FEWEST_BY_CALENDAR = 2;

  private static final int FEWEST_BY_UPTIME = 3;
  private static final int TIMES_FORWARD = 4;

  /// Syslog's stamps name no year.
  private static final Duration NEW_YEAR = Duration.ofDays(180);

  private LogStamp last = LogStamp.NONE;
  private long forward;
  private long backward;
  private boolean byCalendar;

  void record(LogStamp at) {
    if (!at.isKnown()) {
      return;
    }
    LogStamp calendar = new LogStamp(at.wall(), Optional.empty(), at.text());
    byCalendar |= Gap.between(calendar, calendar).isPresent();
    LogStamp outer = byCalendar ? calendar : at;
    Duration gap = Gap.between(last, outer).orElse(Duration.ZERO);
    last = outer;
    if (gap.isZero() || gap.abs().compareTo(NEW_YEAR) > 0) {
      return;
    }
    if (gap.isNegative()) {
      backward++;
    } else {
      forward++;
    }
  }

  boolean isNewestFirst() {
    return backward >= (byCalendar ? FEWEST_BY_CALENDAR : FEWEST_BY_UPTIME)
        && backward > TIMES_FORWARD * forward;
  }
}

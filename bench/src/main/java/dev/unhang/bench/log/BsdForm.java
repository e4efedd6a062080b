package dev.unhang.bench.log;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// `Jun 15 15:26:33 pve-07 kernel: [ 1163.907019] `: what Debian's /var/log/syslog has.
final class BsdForm implements Form {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("MMM ppd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private long second = -1;
  private String stamp = "";

  @Override
  public String name() {
    return "bsd";
  }

  @Override
  public String before(Entry entry) {
    String tag =
        entry.isKernel()
            ? "kernel: " + Printk.stamp(entry)
            : entry.identifier() + "[" + entry.pid() + "]: ";
    return stamp(entry.realMicros()) + " pve-07 " + tag;
  }

  private String stamp(long realMicros) {
    if (realMicros / 1_000_000 != second) {
      second = realMicros / 1_000_000;
      stamp = STAMP.format(Instant.ofEpochSecond(second));
    }
    return stamp;
  }
}

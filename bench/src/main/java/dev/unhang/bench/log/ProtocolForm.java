package dev.unhang.bench.log;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// `<3>1 2025-06-15T15:26:33.907019+00:00 pve-07 kernel - - - `: the syslog protocol's own form.
///
/// RFC 5424, section 6
final class ProtocolForm implements Form {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSxxx", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /// The facility of services, in the place where the priority has it.
  private static final int DAEMON = 3 << 3;

  @Override
  public String name() {
    return "protocol";
  }

  @Override
  public String before(Entry entry) {
    int severity = entry.priority() - '0';
    String stamp = STAMP.format(Instant.EPOCH.plusNanos(entry.realMicros() * 1000));
    return entry.isKernel()
        ? "<" + severity + ">1 " + stamp + " pve-07 kernel - - - " + Printk.stamp(entry)
        : "<" + (DAEMON | severity) + ">1 " + stamp + " pve-07 " + sender(entry) + " - - ";
  }

  private static String sender(Entry entry) {
    return entry.identifier() + " " + entry.pid();
  }
}

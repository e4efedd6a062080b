package dev.unhang.findings.words;

import java.time.Duration;
import java.util.Locale;

/// Numbers and times as a person reads them.
public final class Words {
  private Words() {}

  /// `224,919`.
  public static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /// `4.3 s`, `3 min 45 s`, `15 min`, `2 h 5 min`: two units at most.
  public static String time(Duration span) {
    if (span.compareTo(Duration.ofMinutes(1)) < 0) {
      return String.format(Locale.ROOT, "%.1f s", span.toMillis() / 1000.0);
    }
    long seconds = Math.round(span.toMillis() / 1000.0);
    if (seconds < 3600) {
      return two(seconds / 60, "min", seconds % 60, "s");
    }
    long minutes = Math.round(seconds / 60.0);
    if (minutes < 24 * 60) {
      return two(minutes / 60, "h", minutes % 60, "min");
    }
    return two(minutes / (24 * 60), "d", minutes / 60 % 24, "h");
  }

  private static String two(long big, String bigUnit, long small, String smallUnit) {
    return big + " " + bigUnit + (small == 0 ? "" : " " + small + " " + smallUnit);
  }

  /// `61 kB`, `4.0 GB`: powers of ten, as disks are sold.
  public static String bytes(long bytes) {
    String[] units = {"bytes", "kB", "MB", "GB", "TB"};
    double size = bytes;
    int unit = 0;
    while (size >= 999.5 && unit < units.length - 1) {
      size /= 1000;
      unit++;
    }
    boolean whole = unit == 0 || size >= 10;
    return String.format(Locale.ROOT, whole ? "%.0f %s" : "%.1f %s", size, units[unit]);
  }

  /// `1 hang`, `2 hangs`.
  public static String counted(long number, String one, String many) {
    return count(number) + " " + (number == 1 ? one : many);
  }
}

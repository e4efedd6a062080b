package dev.unhang.findings.known;

import dev.unhang.model.table.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Kernels in which a hang that goes on being reported is never reset: kernels-without-reset.tsv.
///
/// Kernel: include/linux/netdevice.h, netif_tx_stop_queue() (commit 95ecba62e2fd)
public final class KernelsWithoutReset {
  private static final int COLUMNS = 3;

  /// `6.12.117+deb13-amd64`; numbers of at most four digits.
  private static final Pattern RELEASE =
      Pattern.compile("^(\\d{1,4})\\.(\\d{1,4})(?:\\.(\\d{1,4}))?(?!\\d).*");

  /// As mainline and stable number theirs: `5.7.0-rc3`, `6.5.13`.
  private static final Pattern PLAIN =
      Pattern.compile("^(\\d{1,4})\\.(\\d{1,4})(?:\\.\\d{1,4})?(-rc\\d{1,2})?\\+?$");

  /// Series that were still kept when the commit was written, and may have taken it.
  private static final Set<String> OPEN_ENDED = Set.of("5.4", "5.10", "5.15");

  private KernelsWithoutReset() {}

  /// Where it is known from that a kernel is one of these; empty where that is not known, as with
  /// kernels that a distribution numbers its own way.
  ///
  /// @param release as `uname -r` prints it
  public static Optional<String> source(String release) {
    Matcher wanted = RELEASE.matcher(release);
    if (!wanted.matches()) {
      return Optional.empty();
    }
    List<List<String>> rows = rows();
    for (List<String> row : rows) {
      if (row.getFirst().equals(wanted.group(1) + "." + wanted.group(2))
          && number(wanted.group(3)) >= number(row.get(1))) {
        return Optional.of(row.get(2));
      }
    }
    List<String> newest = rows.getLast();
    return isNewer(wanted, newest.getFirst()) ? Optional.of(newest.get(2)) : Optional.empty();
  }

  /// Whether a kernel is known to lack it: a release by mainline's numbers, without a
  /// distribution's suffix, of a series that ended before the commit was written, or before the
  /// release of its series that has it. Of 5.4, 5.10 and 5.15 that is not known.
  ///
  /// @param release as `uname -r` prints it
  public static boolean lacks(String release) {
    Matcher plain = PLAIN.matcher(release);
    if (!plain.matches() || source(release).isPresent()) {
      return false;
    }
    String series = plain.group(1) + "." + plain.group(2);
    return plain.group(3) != null && plain.group(3).startsWith("-rc")
        || !OPEN_ENDED.contains(series);
  }

  private static boolean isNewer(Matcher release, String series) {
    String[] parts = series.split("\\.", 2);
    int major = number(release.group(1)) - number(parts[0]);
    return major > 0 || major == 0 && number(release.group(2)) > number(parts[1]);
  }

  /// One to four digits; without any it is 0, as in `6.12-rc5`.
  private static int number(@Nullable String digits) {
    int value = 0;
    for (int i = 0; digits != null && i < digits.length(); i++) {
      value = value * 10 + (digits.charAt(i) - '0');
    }
    return value;
  }

  /// The table, the newest series last, for tests of it.
  static List<List<String>> rows() {
    return Table.read(KernelsWithoutReset.class, "kernels-without-reset.tsv", COLUMNS).rows();
  }
}

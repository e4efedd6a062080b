package dev.unhang.findings.known;

import java.util.List;
import java.util.Optional;
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

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
  private static final int COLUMNS = 4;

  /// `6.12.117+deb13-amd64`; numbers of at most four digits.
  private static final Pattern RELEASE =
      Pattern.compile("^(\\d{1,4})\\.(\\d{1,4})(?:\\.(\\d{1,4}))?(?!\\d).*");

  /// As mainline and stable number theirs: `5.7.0-rc3`, `6.5.13`.
  private static final Pattern PLAIN =
      Pattern.compile("^(\\d{1,4})\\.(\\d{1,4})(?:\\.\\d{1,4})?(-rc\\d{1,2})?\\+?$");

  /// `6.8.12-9-pve`, `6.8.0-58-generic`: the number behind the dash is the packager's.
  private static final Pattern PACKAGED =
      Pattern.compile("^(\\d{1,4}\\.\\d{1,4}\\.\\d{1,4})-(\\d{1,4})-(pve|generic|lowlatency)$");

  private static final String STABLE = "stable";

  /// Series that were still kept when the commit was written, and may have taken it.
  private static final Set<String> OPEN_ENDED = Set.of("5.4", "5.10", "5.15");

  private record Row(String numbers, String series, int from, String source) {}

  private static final List<Row> ROWS =
      Table.read(KernelsWithoutReset.class, "kernels-without-reset.tsv", COLUMNS).rows().stream()
          .map(row -> new Row(row.get(0), row.get(1), number(row.get(2)), row.get(3)))
          .toList();

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
    Optional<Row> packaged =
        packaged(release).filter(row -> number(packageNumber(release)) >= row.from());
    if (packaged.isPresent()) {
      return packaged.map(Row::source);
    }
    String series = wanted.group(1) + "." + wanted.group(2);
    List<Row> stable = ROWS.stream().filter(row -> row.numbers().equals(STABLE)).toList();
    Row newest = stable.getLast();
    return stable.stream()
        .filter(row -> row.series().equals(series) && number(wanted.group(3)) >= row.from())
        .findFirst()
        .or(() -> isNewer(wanted, newest.series()) ? Optional.of(newest) : Optional.empty())
        .map(Row::source);
  }

  /// Whether a kernel is known to lack it: a release by mainline's numbers, without a
  /// distribution's suffix, of a series that ended before the commit was written, or before the
  /// release of its series that has it; or a package older than the one that brought it. Of 5.4,
  /// 5.10 and 5.15 that is not known.
  ///
  /// @param release as `uname -r` prints it
  public static boolean lacks(String release) {
    if (source(release).isPresent()) {
      return false;
    }
    if (packaged(release).isPresent()) {
      return true;
    }
    Matcher plain = PLAIN.matcher(release);
    if (!plain.matches()) {
      return false;
    }
    String series = plain.group(1) + "." + plain.group(2);
    return plain.group(3) != null && plain.group(3).startsWith("-rc")
        || !OPEN_ENDED.contains(series);
  }

  /// The line of the package that a kernel is of.
  private static Optional<Row> packaged(String release) {
    Matcher wanted = PACKAGED.matcher(release);
    if (!wanted.matches()) {
      return Optional.empty();
    }
    String numbers = wanted.group(3).equals("pve") ? "pve" : "ubuntu";
    return ROWS.stream()
        .filter(row -> row.numbers().equals(numbers) && row.series().equals(wanted.group(1)))
        .findFirst();
  }

  private static String packageNumber(String release) {
    Matcher wanted = PACKAGED.matcher(release);
    return wanted.matches() ? wanted.group(2) : "";
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

  /// The series of the table in its order, for tests of it.
  static List<String> series() {
    return ROWS.stream().map(row -> row.numbers() + " " + row.series()).toList();
  }
}

package dev.unhang.hosts.outputs;

import dev.unhang.model.evidence.WhyAbsent;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A line by which a program says that it has nothing to say.
///
/// @param words as printed
record ErrorLine(WhyAbsent why, String words) {
  private static final int MAX = 200;

  /// How ethtool, ip and bridge begin such lines.
  ///
  /// Man: ethtool(8). What follows is strerror(3)'s, or `no stats available`
  private static final List<String> BEGINNINGS =
      List.of(
          "netlink error",
          "cannot ",
          "can't ",
          "no stats available",
          "no such device",
          "device \"",
          "permission denied",
          "operation not",
          "ethtool: ",
          "bash: ",
          "-bash: ",
          "sh: ",
          "error: ",
          "rtnetlink answers");

  private static final List<String> DENIALS =
      List.of("not permitted", "permission denied", "must be root");

  /// @param line stripped
  static Optional<ErrorLine> of(String line) {
    if (line.length() > MAX) {
      return Optional.empty();
    }
    String words = line.toLowerCase(Locale.ROOT);
    if (BEGINNINGS.stream().noneMatch(words::startsWith)) {
      return Optional.empty();
    }
    if (DENIALS.stream().anyMatch(words::contains)) {
      return Optional.of(new ErrorLine(WhyAbsent.DENIED, line));
    }
    boolean programMissing = words.contains("command not found") || words.contains(": not found");
    return Optional.of(
        new ErrorLine(programMissing ? WhyAbsent.NOT_COLLECTED : WhyAbsent.NOT_OFFERED, line));
  }
}

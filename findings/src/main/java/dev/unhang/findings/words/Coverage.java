package dev.unhang.findings.words;

import dev.unhang.model.evidence.Reading;
import dev.unhang.model.log.BootEnd;
import dev.unhang.model.log.LogCoverage;
import dev.unhang.model.log.LogFacts;
import java.util.List;

/// How far logs reach. Outside that nothing is known, and it is said so. Not escaped.
public final class Coverage {
  private Coverage() {}

  /// `from A to B; before A not known`.
  public static String words(List<Reading<LogFacts>> logs) {
    List<LogCoverage> spans =
        logs.stream()
            .flatMap(log -> log.known().stream())
            .flatMap(log -> log.covers().stream())
            .toList();
    if (spans.isEmpty()) {
      boolean read = logs.stream().anyMatch(log -> log.known().isPresent());
      return read ? "no kernel message with a time stamp" : "not read";
    }
    long counted = boots(logs, spans);
    String boots = counted > 1 ? " in " + counted + " boots" : "";
    LogCoverage first = spans.getFirst();
    return "from "
        + Moments.when(first.from())
        + " to "
        + Moments.when(spans.getLast().to())
        + boots
        + (spans.size() == 1 && first.fromBoot()
            ? ", from the boot's first line on"
            : "; before " + Moments.when(first.from()) + " not known");
  }

  /// How many boots the spans are of; 0 where that isn't known: several logs may hold one boot, and
  /// only ids tell.
  private static long boots(List<Reading<LogFacts>> logs, List<LogCoverage> spans) {
    boolean oneLog =
        logs.stream()
                .flatMap(log -> log.known().stream())
                .filter(log -> !log.covers().isEmpty())
                .count()
            == 1;
    if (oneLog || spans.stream().allMatch(span -> span.boot().isPresent())) {
      return spans.stream().map(span -> oneLog ? span : span.boot()).distinct().count();
    }
    return 0;
  }

  /// One boot's span.
  public static String span(LogCoverage span) {
    return Moments.when(span.from())
        + (span.fromBoot() ? " (its beginning)" : " (cut off before)")
        + " to "
        + Moments.when(span.to())
        + (span.end() == BootEnd.LOG_ENDS ? "" : " (" + span.end().word() + ")");
  }
}

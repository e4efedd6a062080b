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
    String boots = spans.size() > 1 ? " in " + spans.size() + " boots" : "";
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

  /// One boot's span.
  public static String span(LogCoverage span) {
    return Moments.when(span.from())
        + (span.fromBoot() ? " (its beginning)" : " (cut off before)")
        + " to "
        + Moments.when(span.to())
        + (span.end() == BootEnd.LOG_ENDS ? "" : " (" + span.end().word() + ")");
  }
}

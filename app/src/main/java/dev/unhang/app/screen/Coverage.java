package dev.unhang.app.screen;

import dev.unhang.app.text.EpisodeWords;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.log.BootEnd;
import dev.unhang.model.log.LogCoverage;
import dev.unhang.model.log.LogFacts;
import java.util.List;

/// How far the logs reach. Outside that nothing is known, and it is said so.
final class Coverage {
  private Coverage() {}

  /// `from A to B; before A not known`.
  static String words(List<Reading<LogFacts>> logs) {
    List<LogCoverage> spans =
        logs.stream()
            .flatMap(log -> log.known().stream())
            .flatMap(log -> log.covers().stream())
            .toList();
    if (spans.isEmpty()) {
      boolean read = logs.stream().anyMatch(log -> log.known().isPresent());
      return read ? "in a log without a single time stamp" : "is known of: no log could be read";
    }
    String boots = spans.size() > 1 ? " in " + spans.size() + " boots" : "";
    LogCoverage first = spans.getFirst();
    return "from "
        + EpisodeWords.when(first.from())
        + " to "
        + EpisodeWords.when(spans.getLast().to())
        + boots
        + (spans.size() == 1 && first.fromBoot()
            ? ", from the boot's first line on"
            : "; before " + EpisodeWords.when(first.from()) + " not known");
  }

  /// One boot's span.
  static String span(LogCoverage span) {
    return EpisodeWords.when(span.from())
        + (span.fromBoot() ? " (its beginning)" : " (cut off before)")
        + " to "
        + EpisodeWords.when(span.to())
        + (span.end() == BootEnd.LOG_ENDS ? "" : " (" + span.end().word() + ")");
  }
}

package dev.unhang.fleet.scan;

import dev.unhang.model.log.LogCoverage;
import dev.unhang.model.log.LogFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The times that a host's logs cover: boot by boot, what two logs cover once.
///
/// @param spans apart from each other, the oldest first
record LogSpans(List<Span> spans) {
  LogSpans {
    spans = List.copyOf(spans);
  }

  /// From one moment to another.
  record Span(Instant from, Instant to) {}

  /// Of all logs. The boot that runs is covered up to now: its log was asked now. Spans without a
  /// date are none.
  static LogSpans of(List<LogFacts> logs, HostClock clock) {
    List<Span> found = new ArrayList<>();
    for (LogFacts log : logs) {
      List<LogCoverage> covers = log.covers();
      for (int i = 0; i < covers.size(); i++) {
        boolean isLast = i == covers.size() - 1;
        span(covers.get(i), clock, isLast).ifPresent(found::add);
      }
    }
    return new LogSpans(joined(found));
  }

  private static Optional<Span> span(LogCoverage boot, HostClock clock, boolean isLast) {
    Optional<Instant> from = clock.instant(boot.from(), boot.boot());
    Optional<Instant> to = clock.instant(boot.to(), boot.boot());
    boolean goesOn = isLast && clock.runs(boot.boot()) && clock.now().isPresent();
    Optional<Instant> end = goesOn ? clock.now() : to;
    return from.flatMap(
        begin -> end.filter(last -> !last.isBefore(begin)).map(last -> new Span(begin, last)));
  }

  private static List<Span> joined(List<Span> found) {
    List<Span> sorted = found.stream().sorted(Comparator.comparing(Span::from)).toList();
    List<Span> joined = new ArrayList<>();
    for (Span span : sorted) {
      if (joined.isEmpty() || span.from().isAfter(joined.getLast().to())) {
        joined.add(span);
      } else if (span.to().isAfter(joined.getLast().to())) {
        Span before = joined.removeLast();
        joined.add(new Span(before.from(), span.to()));
      }
    }
    return joined;
  }

  Optional<Instant> from() {
    return spans.isEmpty() ? Optional.empty() : Optional.of(spans.getFirst().from());
  }

  Optional<Instant> to() {
    return spans.isEmpty() ? Optional.empty() : Optional.of(spans.getLast().to());
  }

  /// How much time that is.
  Duration covered() {
    return spans.stream()
        .map(span -> Duration.between(span.from(), span.to()))
        .reduce(Duration.ZERO, Duration::plus);
  }
}

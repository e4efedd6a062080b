package dev.unhang.repair.prove;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Times, as spans that neither overlap nor touch, by time.
public record Spans(List<Span> all) {
  /// None.
  public static final Spans NONE = new Spans(List.of());

  /// From one moment to another that is not before it.
  public record Span(Instant from, Instant to) {
    public Span {
      if (to.isBefore(from)) {
        throw new IllegalArgumentException(to + " is before " + from);
      }
    }

    /// How long it is.
    public Duration length() {
      return Duration.between(from, to);
    }
  }

  /// What spans in any order cover together.
  public Spans {
    all = joined(all);
  }

  private static List<Span> joined(List<Span> spans) {
    List<Span> joined = new ArrayList<>();
    List<Span> sorted = new ArrayList<>(spans);
    sorted.sort(Comparator.comparing(Span::from));
    for (Span span : sorted) {
      if (!joined.isEmpty() && !span.from().isAfter(joined.getLast().to())) {
        Span last = joined.removeLast();
        joined.add(new Span(last.from(), later(last.to(), span.to())));
      } else {
        joined.add(span);
      }
    }
    return List.copyOf(joined);
  }

  static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  /// Their length together.
  public Duration length() {
    return all.stream().map(Span::length).reduce(Duration.ZERO, Duration::plus);
  }

  /// What of them lies between two moments.
  public Spans within(Instant from, Instant to) {
    return to.isAfter(from) ? common(new Spans(List.of(new Span(from, to)))) : NONE;
  }

  /// What lies in both.
  public Spans common(Spans other) {
    List<Span> common = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < all.size() && j < other.all.size()) {
      Span one = all.get(i);
      Span two = other.all.get(j);
      Instant from = later(one.from(), two.from());
      Instant to = earlier(one.to(), two.to());
      if (from.isBefore(to)) {
        common.add(new Span(from, to));
      }
      if (one.to().isBefore(two.to())) {
        i++;
      } else {
        j++;
      }
    }
    return new Spans(common);
  }

  /// What lies between them.
  public Spans gaps() {
    List<Span> gaps = new ArrayList<>();
    for (int i = 1; i < all.size(); i++) {
      gaps.add(new Span(all.get(i - 1).to(), all.get(i).from()));
    }
    return new Spans(gaps);
  }

  /// What of them lies outside others.
  public Spans without(Spans others) {
    if (all.isEmpty() || others.all.isEmpty()) {
      return this;
    }
    List<Span> around = new ArrayList<>(others.gaps().all());
    Instant begin = all.getFirst().from();
    Instant end = all.getLast().to();
    if (begin.isBefore(others.all.getFirst().from())) {
      around.add(new Span(begin, others.all.getFirst().from()));
    }
    if (others.all.getLast().to().isBefore(end)) {
      around.add(new Span(others.all.getLast().to(), end));
    }
    return common(new Spans(around));
  }

  /// Whether a moment lies in one of them.
  public boolean contains(Instant moment) {
    return all.stream()
        .anyMatch(span -> !moment.isBefore(span.from()) && !moment.isAfter(span.to()));
  }
}

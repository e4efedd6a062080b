package dev.unhang.repair.prove;

import dev.unhang.model.facts.Sample;
import dev.unhang.model.facts.Series;
import dev.unhang.repair.prove.Spans.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// How many bytes were sent when, from samples of one thing's throughput. Where several intervals
/// know of a moment, the shortest counts.
public final class Load {
  /// Nothing is known.
  public static final Load UNKNOWN = new Load(List.of());

  /// A span with one throughput.
  record Flow(Instant from, Instant to, double bytesPerSecond) {}

  private final List<Flow> flows;

  private Load(List<Flow> flows) {
    this.flows = flows;
  }

  /// Of one NIC, or of all NICs of its host: what was sampled best. Samples of different things are
  /// not mixed.
  public static Load of(List<Series> all) {
    Map<String, List<Sample>> byWhat = new TreeMap<>();
    for (Series series : all) {
      byWhat.computeIfAbsent(series.what(), each -> new ArrayList<>()).addAll(series.samples());
    }
    return byWhat.values().stream()
        .map(Load::ofSamples)
        .max(Comparator.comparing(load -> load.known().length()))
        .orElse(UNKNOWN);
  }

  private static Load ofSamples(List<Sample> samples) {
    List<Sample> finestFirst = new ArrayList<>(samples);
    finestFirst.sort(Comparator.comparing(Sample::step).thenComparing(Sample::end));
    TreeMap<Instant, Flow> taken = new TreeMap<>();
    for (Sample sample : finestFirst) {
      lay(taken, sample);
    }
    return new Load(List.copyOf(taken.values()));
  }

  /// Lays a sample into what is still free of its interval.
  private static void lay(NavigableMap<Instant, Flow> taken, Sample sample) {
    Instant at = sample.begin();
    Map.Entry<Instant, Flow> before = taken.floorEntry(at);
    if (before != null && before.getValue().to().isAfter(at)) {
      at = before.getValue().to();
    }
    while (at.isBefore(sample.end())) {
      Map.Entry<Instant, Flow> next = taken.higherEntry(at);
      Map.Entry<Instant, Flow> here = taken.floorEntry(at);
      if (here != null && here.getValue().to().isAfter(at)) {
        at = here.getValue().to();
        continue;
      }
      Instant end =
          next != null && next.getKey().isBefore(sample.end()) ? next.getKey() : sample.end();
      taken.put(at, new Flow(at, end, sample.bytesPerSecond()));
      at = end;
    }
  }

  /// When it is known.
  public Spans known() {
    return new Spans(flows.stream().map(flow -> new Span(flow.from(), flow.to())).toList());
  }

  /// Its spans, by time; they don't overlap.
  List<Flow> flows() {
    return flows;
  }
}

package dev.unhang.repair.prove;

import dev.unhang.repair.prove.Load.Flow;
import dev.unhang.repair.prove.Spans.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// How much a NIC was exposed to its fault up to any moment: a clock that runs while it could have
/// hung and the hang would have been logged. A question takes time that grows with the logarithm of
/// what was read.
public final class Exposure {
  /// What it counts.
  public enum Unit {
    /// Seconds that the logs cover.
    UPTIME("uptime"),
    /// Bytes sent while the logs cover it.
    BYTES("bytes");

    private final String word;

    Unit(String word) {
      this.word = word;
    }

    /// As in JSON.
    public String word() {
      return word;
    }
  }

  private final List<Flow> pieces;
  private final double[] sums;

  /// @param pieces by time, without overlaps
  private Exposure(List<Flow> pieces) {
    this.pieces = List.copyOf(pieces);
    this.sums = new double[pieces.size() + 1];
    for (int i = 0; i < pieces.size(); i++) {
      sums[i + 1] = sums[i] + amount(pieces.get(i), pieces.get(i).to());
    }
  }

  /// Seconds of spans.
  static Exposure ofUptime(Spans covered) {
    return new Exposure(
        covered.all().stream().map(span -> new Flow(span.from(), span.to(), 1)).toList());
  }

  /// Bytes sent in spans, as far as is known.
  static Exposure ofBytes(Load load, Spans covered) {
    List<Flow> pieces = new ArrayList<>();
    List<Span> spans = covered.all();
    int at = 0;
    for (Flow flow : load.flows()) {
      while (at < spans.size() && !spans.get(at).to().isAfter(flow.from())) {
        at++;
      }
      for (int i = at; i < spans.size() && spans.get(i).from().isBefore(flow.to()); i++) {
        pieces.add(
            new Flow(
                Spans.later(flow.from(), spans.get(i).from()),
                Spans.earlier(flow.to(), spans.get(i).to()),
                flow.bytesPerSecond()));
      }
    }
    return new Exposure(pieces);
  }

  private static double amount(Flow piece, Instant until) {
    Duration length = Duration.between(piece.from(), until);
    return piece.bytesPerSecond() * (length.toMillis() / 1e3);
  }

  /// What had been counted at a moment.
  public double at(Instant moment) {
    int low = 0;
    int high = pieces.size();
    while (low < high) {
      int middle = (low + high) / 2;
      if (pieces.get(middle).to().isAfter(moment)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    boolean isInside = low < pieces.size() && pieces.get(low).from().isBefore(moment);
    return sums[low] + (isInside ? amount(pieces.get(low), moment) : 0);
  }

  /// What is counted from one moment to another that is not before it.
  public double between(Instant from, Instant to) {
    return Math.max(0, at(to) - at(from));
  }
}

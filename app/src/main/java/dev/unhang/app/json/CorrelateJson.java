package dev.unhang.app.json;

import dev.unhang.app.text.JsonText;
import dev.unhang.findings.correlate.Correlation;
import dev.unhang.findings.correlate.Correlation.Compared;
import dev.unhang.findings.correlate.Correlation.NotEnough;
import dev.unhang.findings.correlate.SilentStall;
import dev.unhang.model.facts.Series;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// `unhang.correlate/1`.
public final class CorrelateJson {
  private CorrelateJson() {}

  /// A stall and where it was seen.
  private record Seen(Series series, SilentStall stall) {}

  /// @param hangs whose time is known
  public static JsonText document(
      int hangs, List<Correlation> correlations, Map<Series, List<SilentStall>> stalls) {
    List<Seen> seen = new ArrayList<>();
    stalls.forEach((series, each) -> each.forEach(stall -> seen.add(new Seen(series, stall))));
    return Json.document(json ->
        json.string("schema", "unhang.correlate/1")
            .number("hangs", hangs)
            .objects("comparisons", correlations, CorrelateJson::correlation)
            .objects("silentStalls", seen, CorrelateJson::stall));
  }

  private static void correlation(Json json, Correlation correlation) {
    switch (correlation) {
      case NotEnough few -> {
        series(json, few.series());
        json.string("conclusion", "not-enough-data").string("why", few.why());
      }
      case Compared result -> {
        series(json, result.series());
        json.string(
                "conclusion", result.conclusion().name().toLowerCase(Locale.ROOT).replace('_', '-'))
            .number("hangsSampled", result.before().size())
            .number("hangsNotSampled", result.uncovered())
            .number("otherMoments", result.others().size())
            .number("bytesPerSecondBeforeHangs", decimal(result.medianBefore()))
            .number("bytesPerSecondOtherwise", decimal(result.medianOthers()))
            .number("p", decimal(result.p()))
            .number("effect", decimal(result.effect()));
      }
    }
  }

  private static Optional<BigDecimal> decimal(double number) {
    return Optional.of(BigDecimal.valueOf(number));
  }

  private static void series(Json json, Series series) {
    json.string("origin", series.origin().name())
        .string("what", series.what())
        .number("stepSeconds", series.step().toSeconds());
  }

  private static void stall(Json json, Seen seen) {
    json.string("origin", seen.series().origin().name())
        .string("from", seen.stall().from().toString())
        .string("until", seen.stall().until().toString())
        .number("uncertaintySeconds", seen.stall().uncertainty().toSeconds());
  }
}

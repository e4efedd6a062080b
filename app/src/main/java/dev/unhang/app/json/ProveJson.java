package dev.unhang.app.json;

import dev.unhang.app.text.JsonText;
import dev.unhang.findings.rate.Rate;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.repair.prove.Against;
import dev.unhang.repair.prove.ChangeInForce;
import dev.unhang.repair.prove.Judged;
import dev.unhang.repair.prove.Judged.Period;
import dev.unhang.repair.prove.Measure;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.Optional;

/// `unhang.prove/1`.
public final class ProveJson {
  /// More digits would claim what no count can tell.
  private static final MathContext DIGITS = new MathContext(6);

  private ProveJson() {}

  /// @param change that is judged; empty where none is known
  public static JsonText document(
      InterfaceName nic, Optional<ChangeInForce> change, Judged judged) {
    return Json.document(json -> {
      json.string("schema", "unhang.prove/1")
          .string("interface", nic.value())
          .string("verdict", judged.verdict().word())
          .string("why", judged.why());
      change.ifPresentOrElse(
          each -> json.object("change", part -> change(part, each)), () -> json.nothing("change"));
      period(json, "before", judged.before());
      period(json, "since", judged.since());
      json.objects("measures", judged.measures(), ProveJson::measure)
          .string("repairedFrom", judged.repairedFrom().map(Instant::toString))
          .string("hungAgain", judged.hungAgain().map(Instant::toString))
          .objects("doubts", judged.against(), ProveJson::doubt);
    });
  }

  private static void change(Json json, ChangeInForce change) {
    json.number("number", change.number())
        .string("title", change.what())
        .string("from", change.from().toString())
        .string("until", change.ended().map(ended -> ended.at().toString()))
        .flag("onTrial", change.onTrial());
  }

  private static void period(Json json, String name, Optional<Period> period) {
    period.ifPresentOrElse(
        each ->
            json.object(
                name,
                part ->
                    part.string("from", each.from().toString())
                        .string("to", each.to().toString())
                        .number("hangs", each.hangs())
                        .number("standstills", each.times())
                        .number("coveredSeconds", each.covered().toSeconds())
                        .number("bytesSent", each.bytes().map(Math::round))),
        () -> json.nothing(name));
  }

  /// The one that decides comes first.
  private static void measure(Json json, Measure measure) {
    Rate.Interval before = measure.before().interval();
    json.string("unit", measure.unit().word())
        .number("exposureBefore", decimal(measure.before().exposure()))
        .number("exposureSince", decimal(measure.since().exposure()))
        .number("rateBefore", decimal(measure.before().perUnit()))
        .number("rateBeforeLow", decimal(before.low()))
        .number("rateBeforeHigh", decimal(before.high()))
        .number("rateSinceAtMost", decimal(measure.since().atMost()))
        .number("chance", decimal(measure.chance()))
        .number("exposureNeeded", decimal(measure.needed()));
  }

  private static Optional<BigDecimal> decimal(double number) {
    return Double.isFinite(number) ? Optional.of(new BigDecimal(number, DIGITS)) : Optional.empty();
  }

  private static void doubt(Json json, Against against) {
    json.string("kind", against.kind().word()).string("says", against.says());
  }
}

package dev.unhang.findings.rule;

import dev.unhang.findings.correlate.HangLoads;
import dev.unhang.findings.correlate.LoadAtHangs;
import dev.unhang.findings.correlate.LoadAtHangs.Result;
import dev.unhang.findings.correlate.LoadAtHangs.Sign;
import dev.unhang.findings.nic.NicCase;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Place;
import dev.unhang.model.facts.NicLoad;
import dev.unhang.model.finding.Citation;
import dev.unhang.model.finding.Confidence;
import dev.unhang.model.finding.Finding;
import dev.unhang.model.id.RuleId;
import dev.unhang.model.id.SourceId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The hangs come when much is sent: what is tried against them has to be tried under load, and
/// what concerns sleep is not what they share.
///
/// What speaks against: throughput before hangs that is no higher than at other times.
///
/// Source: a rank test over samples of throughput (Mann and Whitney 1947), made by
/// [dev.unhang.diagnose.correlate]
public final class HangsUnderLoad implements Rule {
  private static final RuleId ID = new RuleId("hangs-under-load");
  private static final SourceId SAMPLES = new SourceId("load-samples");

  @Override
  public RuleId id() {
    return ID;
  }

  /// Of several series the one that speaks most plainly counts; sysstat's and a node's differ in
  /// what they sum up.
  @Override
  public Optional<Finding> judge(NicCase nic) {
    List<LoadAtHangs> own =
        nic.host().loads().stream()
            .filter(load -> isOf(nic, load))
            .flatMap(load -> HangLoads.of(load, nic.hangs()).stream())
            .toList();
    for (Sign sign : Sign.values()) {
      for (LoadAtHangs load : own) {
        if (load.result() instanceof Result.Compared compared && compared.sign() == sign) {
          return Optional.of(compared(nic, load, compared));
        }
      }
    }
    return own.stream()
        .filter(load -> load.result() instanceof Result.NotEnough)
        .findFirst()
        .map(load -> open(nic, (Result.NotEnough) load.result()));
  }

  private static boolean isOf(NicCase nic, NicLoad load) {
    return !nic.hangs().isEmpty()
        && nic.logged().interfaceName().filter(load.nic()::equals).isPresent();
  }

  private static Finding compared(NicCase nic, LoadAtHangs load, Result.Compared result) {
    Citation shows = cite(load, result);
    if (result.sign() == Sign.NONE) {
      return new Finding.RuledOut(
          ID, nic.name(), "it is not load that its hangs share", List.of(shows));
    }
    return new Finding.Diagnosed(
        ID,
        nic.name(),
        "it hangs when much is sent: try under load whatever you try",
        result.sign() == Sign.UNDER_LOAD ? Confidence.LIKELY : Confidence.POSSIBLE,
        List.of(shows),
        List.of(),
        false);
  }

  private static Citation cite(LoadAtHangs load, Result.Compared result) {
    return new Citation(
        new Place.Whole(load.origin().orElse(new Origin("samples of throughput"))),
        load.what()
            + ": before "
            + result.hangs()
            + " hangs "
            + rate(result.medianBefore())
            + ", else "
            + rate(result.medianOthers()),
        String.format(
            Locale.ROOT,
            "medians; p = %.2g, more was sent before a hang in %.0f of 100 pairs",
            result.p(),
            100 * result.effect()));
  }

  /// Of bytes per second in megabits per second, which NICs are sold by.
  private static String rate(double bytesPerSecond) {
    return String.format(Locale.ROOT, "%.1f Mb/s", bytesPerSecond * Byte.SIZE / 1e6);
  }

  private static Finding open(NicCase nic, Result.NotEnough few) {
    return new Finding.Undecided(
        ID,
        nic.name(),
        "whether its hangs come under load can't be said: " + few.why(),
        Set.of(SAMPLES),
        "unhang correlate --load FILE, of samples");
  }
}

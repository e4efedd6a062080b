package dev.unhang.findings.correlate;

import dev.unhang.findings.correlate.Correlation.Compared;
import dev.unhang.findings.correlate.Correlation.Hang;
import dev.unhang.findings.correlate.Correlation.NotEnough;
import dev.unhang.findings.correlate.LoadAtHangs.Result;
import dev.unhang.findings.correlate.LoadAtHangs.Sign;
import dev.unhang.findings.nic.HangPicture;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.facts.NicLoad;
import dev.unhang.model.facts.Series;
import dev.unhang.model.log.Episode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The load before a NIC's hangs, from the samples that its host recorded.
public final class HangLoads {
  private HangLoads() {}

  /// What the records say of the hangs; empty where too few of them are real and have a date.
  ///
  /// @param hangs of the NIC
  public static List<LoadAtHangs> of(NicLoad load, List<Episode> hangs) {
    List<Hang> dated =
        hangs.stream()
            .filter(episode -> new HangPicture(episode).isHang())
            .flatMap(episode -> dated(episode).stream())
            .toList();
    return dated.size() < NicLoad.FEWEST_HANGS ? List.of() : compared(load, dated);
  }

  private static Optional<Hang> dated(Episode episode) {
    Optional<Instant> first = episode.first().wall();
    return first.map(begin -> new Hang(begin, episode.last().wall().orElse(begin)));
  }

  private static List<LoadAtHangs> compared(NicLoad load, List<Hang> hangs) {
    List<LoadAtHangs> loads = new ArrayList<>();
    for (Reading<List<Series>> record : load.records()) {
      for (Series series : best(record.known().orElse(List.of()), hangs)) {
        loads.add(
            new LoadAtHangs(
                load.nic(),
                Optional.of(series.origin()),
                series.what(),
                result(Correlation.of(series, hangs))));
      }
    }
    return loads.isEmpty()
        ? List.of(
            new LoadAtHangs(
                load.nic(),
                Optional.empty(),
                "throughput",
                new Result.NotEnough("no samples of throughput were found")))
        : loads;
  }

  /// Of series of different intervals the one that covers most hangs, of those the finest; one that
  /// is too coarse only where there is no other.
  public static List<Series> best(List<Series> alternatives, List<Hang> hangs) {
    List<Series> best = new ArrayList<>();
    long most = -1;
    for (Series series : alternatives) {
      long covered =
          series.isTooCoarse()
              ? -1
              : hangs.stream().filter(hang -> series.covers(hang.first())).count();
      if (covered > most || best.isEmpty()) {
        best.clear();
        best.add(series);
        most = covered;
      }
    }
    return best;
  }

  private static Result result(Correlation correlation) {
    return switch (correlation) {
      case NotEnough few -> new Result.NotEnough(few.why());
      case Compared compared ->
          new Result.Compared(
              switch (compared.conclusion()) {
                case UNDER_LOAD -> Sign.UNDER_LOAD;
                case PERHAPS_UNDER_LOAD -> Sign.PERHAPS;
                case NO_SIGN -> Sign.NONE;
              },
              compared.before().size(),
              compared.medianBefore(),
              compared.medianOthers(),
              compared.p(),
              compared.effect());
    };
  }
}

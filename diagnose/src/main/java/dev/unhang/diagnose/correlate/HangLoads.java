package dev.unhang.diagnose.correlate;

import dev.unhang.diagnose.correlate.Correlation.Compared;
import dev.unhang.diagnose.correlate.Correlation.Hang;
import dev.unhang.diagnose.correlate.Correlation.NotEnough;
import dev.unhang.diagnose.nic.HangPicture;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.facts.Episode;
import dev.unhang.model.facts.LoadAtHangs;
import dev.unhang.model.facts.LoadAtHangs.Result;
import dev.unhang.model.facts.LoadAtHangs.Sign;
import dev.unhang.model.facts.LogFacts;
import dev.unhang.model.host.HostView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The load before the hangs that a host's logs tell of, from the samples that the host keeps
/// itself. They are read only where a NIC hung often enough for a comparison.
public final class HangLoads {
  private HangLoads() {}

  /// @param hostname as the host's cluster knows it
  public static List<LoadAtHangs> read(
      HostView host, Optional<String> hostname, List<Reading<LogFacts>> logs) {
    List<LoadAtHangs> loads = new ArrayList<>();
    hangs(logs)
        .forEach((nic, hangs) -> {
          if (hangs.size() >= Correlation.FEWEST_HANGS) {
            loads.addAll(of(host, hostname, nic, hangs));
          }
        });
    return loads;
  }

  /// Real hangs with a date, by the name of their NIC.
  private static Map<String, List<Hang>> hangs(List<Reading<LogFacts>> logs) {
    Map<String, List<Hang>> hangs = new TreeMap<>();
    for (Reading<LogFacts> log : logs) {
      for (Episode episode : log.known().map(LogFacts::episodes).orElse(List.of())) {
        Optional<Instant> first = episode.first().wall();
        Optional<String> nic = episode.nic().interfaceName();
        if (first.isPresent() && nic.isPresent() && new HangPicture(episode).isHang()) {
          hangs
              .computeIfAbsent(nic.get(), name -> new ArrayList<>())
              .add(new Hang(first.get(), episode.last().wall().orElse(first.get())));
        }
      }
    }
    return hangs;
  }

  private static List<LoadAtHangs> of(
      HostView host, Optional<String> hostname, String nic, List<Hang> hangs) {
    List<LoadAtHangs> loads = new ArrayList<>();
    for (Reading<List<Series>> record :
        LoadRecords.of(host, hostname.orElse("localhost"), List.of(nic))) {
      for (Series series : LoadRecords.best(record.known().orElse(List.of()), hangs)) {
        loads.add(
            new LoadAtHangs(
                nic,
                Optional.of(series.origin()),
                series.what(),
                result(Correlation.of(series, hangs))));
      }
    }
    return loads.isEmpty()
        ? List.of(
            new LoadAtHangs(
                nic,
                Optional.empty(),
                "throughput",
                new Result.NotEnough("no samples of throughput were found")))
        : loads;
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

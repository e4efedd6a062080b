package dev.unhang.findings.verdict;

import dev.unhang.findings.nic.NicCase;
import dev.unhang.findings.nic.Removal;
import dev.unhang.findings.rule.Rules;
import dev.unhang.findings.words.Moments;
import dev.unhang.findings.words.Words;
import dev.unhang.model.finding.Finding;
import dev.unhang.model.finding.Finding.Diagnosed;
import dev.unhang.model.finding.Verdict.Kind;
import dev.unhang.model.log.Fault;
import dev.unhang.model.log.FaultLines;
import dev.unhang.model.log.LogStamp;
import dev.unhang.model.log.Notice;
import dev.unhang.model.log.NoticeLines;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// From all that was found of a NIC to what is the matter with it.
public final class NicVerdicts {
  private static final String STANDS_STILL = "ring-stands-still";
  private static final String REMOVED = "card-was-removed";
  private static final String AT_RISK = "at-risk";

  /// Findings of a NIC that is dead, whatever the logs say.
  private static final Set<String> LOST = Set.of("device-is-off-the-bus", "pcie-link-is-lost");

  /// Findings of a NIC that works, badly.
  private static final Set<String> BADLY =
      Set.of(
          "link-flaps",
          "link-is-slow",
          "receiver-is-bad",
          "pause-storm",
          "bus-error-came-first",
          "dma-is-stopped",
          "management-engine-holds-the-mac");

  /// Faults that a NIC may survive.
  private static final Fault[] SURVIVED = {
    Fault.DMA_FAULT,
    Fault.BUS_ERROR_UNCORRECTED,
    Fault.HARDWARE_ERROR,
    Fault.PHY_UNREADABLE,
    Fault.CHIP_NOT_READY,
    Fault.EVENT_LOST
  };

  private NicVerdicts() {}

  /// Empty where nothing is the matter with it.
  ///
  /// @param findings what every rule says of it
  public static Optional<NicVerdict> of(NicCase nic, List<Finding> findings) {
    List<Diagnosed> found =
        findings.stream().filter(Diagnosed.class::isInstance).map(Diagnosed.class::cast).toList();
    boolean removed = has(found, REMOVED);
    Predicate<LogStamp> excused = Removal.excuses(nic);
    List<Stop> stops = Stop.of(nic).stream().filter(stop -> !excused.test(stop.last())).toList();
    Optional<NicVerdict> lost = lost(nic, found, removed);
    if (lost.isPresent() && lost.get().kind() == Kind.LOST) {
      return lost;
    }
    if (has(found, STANDS_STILL)) {
      return Optional.of(
          new NicVerdict(Kind.HUNG, nic.known(), " now: its transmit ring stands still"));
    }
    if (!stops.isEmpty()) {
      boolean answered =
          found.stream().anyMatch(each -> each.answered() && Rules.findsHangs(each.rule()));
      return Optional.of(Hanging.of(nic.known(), stops, answered));
    }
    return lost.or(() -> badly(nic, found)).or(() -> named(nic, found, Kind.AT_RISK, AT_RISK));
  }

  private static boolean has(List<Diagnosed> found, String rule) {
    return found.stream().anyMatch(each -> each.rule().value().equals(rule));
  }

  private static Optional<NicVerdict> lost(NicCase nic, List<Diagnosed> found, boolean removed) {
    return Lost.of(nic)
        .or(() ->
            found.stream()
                .filter(each -> !removed && LOST.contains(each.rule().value()))
                .findFirst()
                .map(each -> new NicVerdict(Kind.LOST, nic.known(), ": " + each.headline())));
  }

  private static Optional<NicVerdict> named(
      NicCase nic, List<Diagnosed> found, Kind kind, String rule) {
    return found.stream()
        .filter(each -> each.rule().value().equals(rule))
        .findFirst()
        .map(each -> new NicVerdict(kind, nic.known(), ": " + each.headline()));
  }

  private static Optional<NicVerdict> badly(NicCase nic, List<Diagnosed> found) {
    Stream<NicVerdict> diagnosed =
        found.stream()
            .filter(each -> BADLY.contains(each.rule().value()))
            .map(each -> new NicVerdict(Kind.DEGRADED, nic.known(), ": " + each.headline()));
    Stream<NicVerdict> told =
        Stream.concat(
            nic.notices(Notice.ADAPTER_RESET, Notice.RESET_DONE).stream()
                .map(lines -> resets(nic, lines)),
            nic.faults(SURVIVED).stream().map(lines -> faults(nic, lines)));
    return Stream.concat(diagnosed, told).findFirst();
  }

  private static NicVerdict resets(NicCase nic, NoticeLines lines) {
    return new NicVerdict(
        Kind.DEGRADED,
        nic.known(),
        " was reset by its driver "
            + (lines.lines() == 1 ? "once" : Words.count(lines.lines()) + " times")
            + Moments.of(lines.first()).map(time -> " from " + time + " on").orElse("")
            + "; the log doesn't tell why",
        Optional.of(lines.first()),
        Optional.of(lines.last()),
        lines.boot(),
        0);
  }

  private static NicVerdict faults(NicCase nic, FaultLines lines) {
    return new NicVerdict(
        Kind.DEGRADED,
        nic.known(),
        ": "
            + Words.counted(lines.lines(), "report", "reports")
            + " of a "
            + lines.fault().word()
            + Moments.of(lines.first()).map(time -> ", the first at " + time).orElse(""),
        Optional.of(lines.first()),
        Optional.of(lines.last()),
        lines.boot(),
        0);
  }
}

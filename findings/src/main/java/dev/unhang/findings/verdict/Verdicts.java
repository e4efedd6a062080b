package dev.unhang.findings.verdict;

import dev.unhang.findings.nic.Acknowledged;
import dev.unhang.findings.words.Coverage;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.Trouble;
import dev.unhang.model.facts.HostFacts;
import dev.unhang.model.facts.NicFacts;
import dev.unhang.model.finding.Verdict;
import dev.unhang.model.finding.Verdict.Kind;
import dev.unhang.model.log.LogFacts;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// From what is the matter with each NIC to one verdict on the host.
public final class Verdicts {
  /// Drivers of NICs that hang in a guest too, because they are emulated.
  private static final Set<String> HANG_IN_GUESTS = Set.of("e1000e", "e1000", "igb", "igc");

  private Verdicts() {}

  /// The worst of its NICs counts; where there is none, what the evidence covers.
  public static Verdict of(HostFacts host, List<NicVerdict> nics) {
    List<NicVerdict> worst = nics.stream().sorted(Comparator.comparing(NicVerdict::kind)).toList();
    return worst.isEmpty() ? ofNone(host) : worst.getFirst().ofHost(worst.subList(1, worst.size()));
  }

  private static Verdict ofNone(HostFacts host) {
    if (isMereGuest(host)) {
      return Verdict.ofHost(
          Kind.UNKNOWN,
          "UNKNOWN: this is a guest ("
              + host.guest().orElseThrow()
              + "); this failure lives in the NIC of its host: run unhang there");
    }
    List<Reading<LogFacts>> logs = host.logs();
    boolean covers =
        logs.stream().flatMap(log -> log.known().stream()).anyMatch(log -> !log.covers().isEmpty());
    if (!covers && !host.episodes().isEmpty()) {
      return Verdict.ofHost(
          Kind.CLEAR,
          "CLEAR: a hang was reported, and nothing was stuck; when, the log doesn't tell");
    }
    if (!covers) {
      return Verdict.ofHost(Kind.UNKNOWN, "UNKNOWN: " + nothing(logs));
    }
    Optional<Trouble> unread =
        logs.stream()
            .flatMap(log -> log.known().stream())
            .flatMap(log -> log.endOfReading().stream())
            .findFirst();
    if (unread.isPresent()) {
      return Verdict.ofHost(
          Kind.UNKNOWN,
          "UNKNOWN: no trouble of a NIC in what could be read; the rest was not: " + unread.get());
    }
    String dealtWith =
        Acknowledged.of(host).isEmpty() ? "" : " beyond the hangs that are dealt with";
    return Verdict.ofHost(
        Kind.CLEAR, "CLEAR: no trouble of a NIC" + dealtWith + " " + Coverage.words(logs));
  }

  private static String nothing(List<Reading<LogFacts>> logs) {
    if (logs.stream().anyMatch(log -> log.known().isPresent())) {
      return "no kernel message was found in what was read";
    }
    String why =
        logs.stream()
            .flatMap(log -> log.whyNot().stream())
            .findFirst()
            .map(words -> " (" + words + ")")
            .orElse("");
    return "no kernel log could be read" + why;
  }

  /// A guest without a NIC that could hang by itself: the failure lives in its host.
  public static boolean isMereGuest(HostFacts host) {
    return host.guest().isPresent()
        && host.episodes().isEmpty()
        && host.nics().stream().noneMatch(Verdicts::canHang);
  }

  private static boolean canHang(NicFacts nic) {
    return nic.driverName().map(HANG_IN_GUESTS::contains).orElse(false);
  }
}

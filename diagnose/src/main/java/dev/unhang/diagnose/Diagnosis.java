package dev.unhang.diagnose;

import dev.unhang.diagnose.episode.SameNic;
import dev.unhang.diagnose.nic.NicCase;
import dev.unhang.diagnose.rule.Rule;
import dev.unhang.diagnose.rule.Rules;
import dev.unhang.model.facts.Episode;
import dev.unhang.model.facts.FaultLines;
import dev.unhang.model.facts.HostFacts;
import dev.unhang.model.facts.LoggedNic;
import dev.unhang.model.facts.NicFacts;
import dev.unhang.model.finding.Report;
import dev.unhang.model.finding.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// From facts to findings: every rule is asked about every NIC.
///
/// Start reading here. Where the facts come from is in `source` and [LogReading]; what a rule looks
/// like is in `rule`.
public final class Diagnosis {
  private Diagnosis() {}

  /// The whole arrow.
  public static Report of(HostFacts host) {
    List<Verdict> verdicts = new ArrayList<>();
    for (NicCase nic : cases(host)) {
      for (Rule rule : Rules.all()) {
        rule.judge(nic).ifPresent(verdicts::add);
      }
    }
    return new Report(host, verdicts);
  }

  /// The NICs the logs or the host speak of, the ones with hangs first.
  public static List<NicCase> cases(HostFacts host) {
    List<NicCase> cases = new ArrayList<>();
    List<Episode> left = new ArrayList<>(host.episodes());
    while (!left.isEmpty()) {
      LoggedNic nic = left.getFirst().nic();
      List<Episode> own = left.stream().filter(each -> SameNic.is(each.nic(), nic)).toList();
      left.removeAll(own);
      cases.add(new NicCase(host, nic, own, now(host, nic)));
    }
    for (NicFacts nic : host.nics()) {
      if (cases.stream().noneMatch(each -> each.now().equals(Optional.of(nic)))) {
        LoggedNic unlogged =
            new LoggedNic(
                nic.driver().known().map(driver -> driver.driver()),
                nic.pci(),
                Optional.of(nic.name().value()));
        cases.add(new NicCase(host, unlogged, List.of(), Optional.of(nic)));
      }
    }
    for (LoggedNic nic : faulty(host)) {
      if (cases.stream().noneMatch(each -> SameNic.is(each.logged(), nic))) {
        cases.add(new NicCase(host, nic, List.of(), Optional.empty()));
      }
    }
    return cases;
  }

  /// NICs of which logs report something else that is wrong: of one that its driver refused nothing
  /// else is there.
  private static List<LoggedNic> faulty(HostFacts host) {
    return host.logs().stream()
        .flatMap(log -> log.known().stream())
        .flatMap(log -> log.faults().stream())
        .map(FaultLines::nic)
        .filter(nic -> nic.pci().isPresent() || nic.interfaceName().isPresent())
        .distinct()
        .toList();
  }

  /// The same NIC on the host now: by its address, else by its name.
  private static Optional<NicFacts> now(HostFacts host, LoggedNic logged) {
    return host.nics().stream()
        .filter(nic ->
            logged.pci().isPresent() && nic.pci().isPresent()
                ? logged.pci().equals(nic.pci())
                : logged.interfaceName().equals(Optional.of(nic.name().value())))
        .findFirst();
  }
}

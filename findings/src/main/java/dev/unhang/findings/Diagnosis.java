package dev.unhang.findings;

import dev.unhang.findings.nic.Acknowledged;
import dev.unhang.findings.nic.LoggedOfHost;
import dev.unhang.findings.nic.NicCase;
import dev.unhang.findings.remedy.Advising;
import dev.unhang.findings.rule.Rules;
import dev.unhang.findings.verdict.NicVerdicts;
import dev.unhang.findings.verdict.Verdicts;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.facts.HostFacts;
import dev.unhang.model.facts.NicFacts;
import dev.unhang.model.finding.Finding;
import dev.unhang.model.log.Episode;
import dev.unhang.model.log.LogFacts;
import dev.unhang.model.log.LoggedNic;
import dev.unhang.model.log.SameNic;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// From facts to findings: every rule is asked about every NIC.
///
/// Start reading here. Where the facts come from is in `source` and [dev.unhang.logs.LogReading];
/// what a rule looks like is in `rule`.
public final class Diagnosis {
  /// More than any host has; a log that names more is no kernel's.
  private static final int MOST = 500;

  private Diagnosis() {}

  /// The whole arrow.
  public static Report of(HostFacts host) {
    List<Examined> nics = cases(host).stream().map(Diagnosis::examined).toList();
    return new Report(
        host,
        nics,
        Verdicts.of(host, nics.stream().flatMap(nic -> nic.verdict().stream()).toList()));
  }

  private static Examined examined(NicCase nic) {
    List<Finding> findings =
        Advising.advised(
            nic,
            Rules.all().stream()
                .flatMap(rule -> rule.judge(nic).stream())
                .map(finding -> Hearsay.weighed(nic, finding))
                .toList());
    return new Examined(nic, findings, NicVerdicts.of(nic, findings));
  }

  /// The NICs the logs or the host speak of, the ones with hangs first.
  public static List<NicCase> cases(HostFacts host) {
    List<NicCase> cases = new ArrayList<>();
    LoggedOfHost log = LoggedOfHost.of(host);
    Set<Episode> left = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Episode> order = new ArrayList<>(host.episodes());
    order.removeAll(Acknowledged.of(host));
    left.addAll(order);
    order.sort(Comparator.comparing(episode -> !episode.nic().isNamed()));
    List<LoggedNic> mentioned = mentioned(host);
    boolean several = hangsOfSeveral(order);
    for (Episode first : order) {
      if (left.contains(first)) {
        LoggedNic nic = first.nic();
        List<Episode> own =
            log.episodes(nic).stream()
                .filter(left::contains)
                .filter(each -> !several || each.nic().isNamed() == nic.isNamed())
                .toList();
        own.forEach(left::remove);
        LoggedNic whole = completed(nic, mentioned);
        cases.add(new NicCase(host, whole, own, now(host, whole), log));
      }
    }
    for (LoggedNic nic : mentioned) {
      if (cases.stream().noneMatch(each -> SameNic.is(each.logged(), nic))) {
        LoggedNic whole = completed(nic, mentioned);
        cases.add(new NicCase(host, whole, List.of(), now(host, whole), log));
      }
    }
    for (NicFacts nic : host.nics()) {
      if (cases.stream().noneMatch(each -> each.now().equals(Optional.of(nic)))) {
        LoggedNic unlogged =
            new LoggedNic(
                nic.driver().known().map(driver -> driver.driver()),
                nic.pci(),
                Optional.of(nic.name().value()));
        cases.add(new NicCase(host, unlogged, List.of(), Optional.of(nic), log));
      }
    }
    return cases;
  }

  /// Whether several NICs hung: then an episode that names none can't be given to one of them.
  private static boolean hangsOfSeveral(List<Episode> episodes) {
    return firstNamed(episodes)
        .filter(first -> episodes.stream().anyMatch(each -> !SameNic.is(first, each.nic())))
        .isPresent();
  }

  private static Optional<LoggedNic> firstNamed(List<Episode> episodes) {
    return episodes.stream().map(Episode::nic).filter(LoggedNic::isNamed).findFirst();
  }

  /// NICs of which the logs say anything but that they hung; those named best come first, since the
  /// others may be the same.
  private static List<LoggedNic> mentioned(HostFacts host) {
    List<LoggedNic> named = new ArrayList<>();
    for (Reading<LogFacts> reading : host.logs()) {
      for (LogFacts log : reading.known().stream().toList()) {
        log.faults().forEach(lines -> named.add(lines.nic()));
        log.standstills().forEach(standstill -> named.add(standstill.nic()));
        log.notices().stream()
            .filter(lines -> lines.notice().namesNic())
            .forEach(lines -> named.add(lines.nic()));
      }
    }
    return named.stream()
        .distinct()
        .filter(nic -> !nic.equals(LoggedNic.UNNAMED))
        .sorted(Comparator.comparingInt(Diagnosis::partsMissing))
        .limit(MOST)
        .toList();
  }

  /// With what other lines tell of the same NIC, where all of them tell the same.
  private static LoggedNic completed(LoggedNic nic, List<LoggedNic> mentioned) {
    if (nic.equals(LoggedNic.UNNAMED)) {
      return nic;
    }
    List<LoggedNic> same = mentioned.stream().filter(other -> SameNic.is(other, nic)).toList();
    return new LoggedNic(
        nic.driver().or(() -> only(same, LoggedNic::driver)),
        nic.pci().or(() -> only(same, LoggedNic::pci)),
        nic.interfaceName().or(() -> only(same, LoggedNic::interfaceName)));
  }

  private static <T> Optional<T> only(List<LoggedNic> same, Function<LoggedNic, Optional<T>> part) {
    List<T> told = same.stream().flatMap(nic -> part.apply(nic).stream()).distinct().toList();
    return told.size() == 1 ? Optional.of(told.getFirst()) : Optional.empty();
  }

  private static int partsMissing(LoggedNic nic) {
    return (nic.pci().isEmpty() ? 1 : 0) + (nic.interfaceName().isEmpty() ? 1 : 0);
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

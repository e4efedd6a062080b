package dev.unhang.fleet.scan;

import dev.unhang.findings.Diagnosis;
import dev.unhang.findings.verdict.Verdicts;
import dev.unhang.fleet.answer.HostAnswer;
import dev.unhang.hosts.HostReading;
import dev.unhang.hosts.bundle.SavedReport;
import dev.unhang.hosts.kernellog.DuplicateEpisodes;
import dev.unhang.hosts.survey.HostTraits;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.Trouble;
import dev.unhang.model.facts.HostFacts;
import dev.unhang.model.finding.Verdict;
import dev.unhang.model.host.HostView;
import dev.unhang.model.id.BootId;
import dev.unhang.model.log.Episode;
import dev.unhang.model.log.Episode.Outcome;
import dev.unhang.model.log.LogFacts;
import dev.unhang.model.log.LogStamp;
import dev.unhang.model.log.LoggedNic;
import dev.unhang.model.log.Standstill;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// From what a host answered to its state. A hang that was read is a hang, and a card that is gone
/// is gone, whatever else was not read; a host is clean only where all was read, and covers a time.
public final class HostJudge {
  private static final String OK = "0";
  private static final String ROOT = "0";

  private final String name;
  private final HostView view;
  private final List<Reading<LogFacts>> readings;
  private final List<LogFacts> logs;
  private final HostClock clock;

  private HostJudge(String name, HostView view, List<Reading<LogFacts>> readings, HostClock clock) {
    this.name = name;
    this.view = view;
    this.readings = DuplicateEpisodes.once(readings);
    this.logs = this.readings.stream().flatMap(log -> log.known().stream()).toList();
    this.clock = clock;
  }

  /// Of a host that ssh reached.
  ///
  /// @param broken why no more came than did, where something ended it; empty where it ended itself
  public static HostResult of(String name, HostAnswer answer, Optional<SshFailure> broken) {
    SavedReport host = answer.host();
    Map<String, String> told = answer.told();
    HostJudge judge =
        new HostJudge(name, host.host(), host.logs(), HostClock.of(host.host(), told));
    Optional<SshFailure> missing =
        broken.or(() ->
            answer.isWhole()
                ? judge.unread(told)
                : Optional.of(
                    answer.bytes() == 0
                        ? new SshFailure(NotKnown.NO_ANSWER, "nothing was printed there")
                        : new SshFailure(NotKnown.LOG_CUT, "its answer breaks off")));
    return judge.result(missing);
  }

  /// Of logs that were saved.
  public static HostResult ofSaved(String name, HostView view, List<Reading<LogFacts>> logs) {
    HostJudge judge = new HostJudge(name, view, logs, HostClock.AT_REST);
    return judge.result(judge.unread(Map.of()));
  }

  /// Why not all that there is to know was read.
  private Optional<SshFailure> unread(Map<String, String> told) {
    Optional<String> denied = denied(told);
    boolean covers = logs.stream().anyMatch(log -> !log.covers().isEmpty());
    if (!covers) {
      String why =
          denied
              .or(() -> readings.stream().flatMap(log -> log.whyNot().stream()).findFirst())
              .orElse("no kernel message was found");
      return Optional.of(
          new SshFailure(denied.isPresent() ? NotKnown.NO_PERMISSION : NotKnown.LOG_EMPTY, why));
    }
    return failed(told)
        .or(() ->
            logs.stream()
                .flatMap(log -> log.endOfReading().stream())
                .findFirst()
                .map(Trouble::toString))
        .map(why -> new SshFailure(NotKnown.LOG_CUT, why));
  }

  private static Optional<String> denied(Map<String, String> told) {
    boolean isRoot =
        told.getOrDefault("uid", "").equals(ROOT)
            || told.getOrDefault("sudo", "").startsWith("sudo");
    boolean refused =
        told.containsKey("denied")
            || !told.getOrDefault("dmesg", OK).equals(OK)
            || told.getOrDefault("journal", "").equals("empty");
    return refused && !isRoot
        ? Optional.of("user " + told.getOrDefault("uid", "?") + " may not read it, and sudo asks")
        : Optional.empty();
  }

  /// A reader over there that ended badly: what came is not all.
  private static Optional<String> failed(Map<String, String> told) {
    for (String reader : List.of("journal", "text")) {
      String exit = told.getOrDefault(reader, OK);
      if (!exit.equals(OK) && !exit.equals("empty")) {
        return Optional.of(
            "reading the "
                + reader
                + " log there ended with "
                + exit
                + (exit.equals("124") ? ": it took too long" : ""));
      }
    }
    return Optional.empty();
  }

  private HostResult result(Optional<SshFailure> missing) {
    LogSpans spans = LogSpans.of(logs, clock);
    List<HungNic> nics = hung();
    if (!nics.isEmpty()) {
      return result(HostState.HUNG, missing, spans, nics);
    }
    HostFacts host = HostReading.read(view, readings, List.of());
    Verdict verdict = Diagnosis.of(host).verdict();
    if (verdict.kind() == Verdict.Kind.LOST) {
      return lost(verdict, spans);
    }
    return missing
        .or(() -> undecided(host, spans))
        .map(why -> result(HostState.NOT_KNOWN, Optional.of(why), spans, nics))
        .orElseGet(() -> result(HostState.CLEAN, Optional.empty(), spans, nics));
  }

  private HostResult lost(Verdict verdict, LogSpans spans) {
    String text = verdict.text().replaceFirst("^LOST: ", "");
    return result(HostState.LOST, Optional.empty(), text, spans, List.of());
  }

  private HostResult result(
      HostState state, Optional<SshFailure> unread, LogSpans spans, List<HungNic> nics) {
    Optional<NotKnown> reason =
        state == HostState.NOT_KNOWN ? unread.map(SshFailure::reason) : Optional.empty();
    return result(state, reason, unread.map(SshFailure::why).orElse(""), spans, nics);
  }

  private HostResult result(
      HostState state, Optional<NotKnown> reason, String why, LogSpans spans, List<HungNic> nics) {
    return new HostResult(
        name,
        state,
        reason,
        why,
        spans.from(),
        spans.to(),
        spans.covered(),
        nics,
        HostTraits.of(name, view, readings, Optional.empty()).traits());
  }

  private static Optional<SshFailure> undecided(HostFacts host, LogSpans spans) {
    if (Verdicts.isMereGuest(host)) {
      return Optional.of(new SshFailure(NotKnown.GUEST, "it is " + host.guest().orElseThrow()));
    }
    return spans.spans().isEmpty()
        ? Optional.of(new SshFailure(NotKnown.LOG_EMPTY, "its log bears no date"))
        : Optional.empty();
  }

  /// What is gathered of one NIC.
  private static final class Gathered {
    private final LoggedNic nic;
    private final List<Instant> firsts = new ArrayList<>();
    private final List<Instant> lasts = new ArrayList<>();
    private long hangs;
    private String outcome = Outcome.UNKNOWN.word();

    Gathered(LoggedNic nic) {
      this.nic = nic;
    }

    HungNic nic() {
      return new HungNic(
          nic.described(),
          nic.driver(),
          hangs,
          firsts.stream().min(Comparator.naturalOrder()),
          lasts.stream().max(Comparator.naturalOrder()),
          outcome);
    }
  }

  private List<HungNic> hung() {
    Map<String, Gathered> nics = new LinkedHashMap<>();
    for (LogFacts log : logs) {
      for (Episode episode : log.episodes()) {
        if (episode.outcome() != Outcome.FALSE_POSITIVE) {
          add(
              nics,
              episode.nic(),
              episode.boot(),
              episode.first(),
              episode.last(),
              episode.outcome());
        }
      }
      for (Standstill still : log.standstills()) {
        add(nics, still.nic(), still.boot(), still.first(), still.last(), still.outcome());
      }
    }
    return nics.values().stream().map(Gathered::nic).toList();
  }

  private void add(
      Map<String, Gathered> nics,
      LoggedNic nic,
      Optional<BootId> boot,
      LogStamp first,
      LogStamp last,
      Outcome outcome) {
    Gathered of = nics.computeIfAbsent(nic.described(), key -> new Gathered(nic));
    of.hangs++;
    of.outcome = outcome.word();
    clock.instant(first, boot).ifPresent(of.firsts::add);
    clock.instant(last, boot).ifPresent(of.lasts::add);
  }
}

package dev.unhang.repair.prove;

import dev.unhang.findings.nic.NicCase;
import dev.unhang.findings.nic.Removal;
import dev.unhang.findings.words.Words;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.facts.HostFacts;
import dev.unhang.model.facts.Series;
import dev.unhang.model.id.BootId;
import dev.unhang.model.log.Fault;
import dev.unhang.model.log.FaultLines;
import dev.unhang.model.log.Gap;
import dev.unhang.model.log.LogCoverage;
import dev.unhang.model.log.LogFacts;
import dev.unhang.model.log.LogStamp;
import dev.unhang.model.log.Notice;
import dev.unhang.model.log.NoticeLines;
import dev.unhang.repair.prove.History.Boot;
import dev.unhang.repair.prove.History.LinkUp;
import dev.unhang.repair.prove.Spans.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// From the facts of a host to the history of one of its NICs: what has a date, and what keeps the
/// dates from being trusted.
public final class NicHistory {
  /// A clock that is set while the machine runs, or read late, jumps by less as a rule.
  private static final Duration CLOCK_SET = Duration.ofMinutes(15);

  private final HostFacts host;
  private final Map<BootId, Instant> ends;
  private final Instant now;
  private final List<String> unclear = new ArrayList<>();

  private NicHistory(HostFacts host, Map<BootId, Instant> ends, Instant now) {
    this.host = host;
    this.ends = ends;
    this.now = now;
  }

  /// @param nic of the host; of none of its hangs it is said that they were dealt with
  /// @param load samples of what it sent, or its host
  /// @param ends until when journals hold boots, whoever wrote: the kernel may be silent for days
  /// @param now of the host
  public static History of(
      HostFacts host, NicCase nic, List<Series> load, Map<BootId, Instant> ends, Instant now) {
    return new NicHistory(host, ends, now).read(nic, load);
  }

  /// Until when the logs of a host that doesn't run reach; empty where they have no dates.
  public static Optional<Instant> lastLogged(HostFacts host) {
    return logs(host)
        .flatMap(log -> log.covers().stream())
        .flatMap(cover -> cover.to().wall().stream())
        .max(Comparator.naturalOrder());
  }

  private static Stream<LogFacts> logs(HostFacts host) {
    return host.logs().stream().flatMap(log -> log.known().stream());
  }

  private History read(NicCase nic, List<Series> load) {
    List<Boot> boots = new ArrayList<>();
    logs(host).forEach(log -> boots.addAll(boots(log)));
    boots.sort(Comparator.comparing(boot -> boot.span().from()));
    List<Hang> hangs = hangs(nic);
    long unread =
        host.logs().stream()
            .mapToLong(log ->
                switch (log) {
                  case Reading.Read<LogFacts> read -> 0;
                  case Reading.Partly<LogFacts> partly -> partly.troubles().size();
                  case Reading.Absent<LogFacts> absent -> 1;
                  case Reading.Unreadable<LogFacts> unreadable -> 1;
                })
            .sum();
    return new History(
        boots,
        hangs,
        Load.of(load),
        links(nic),
        dates(nic.notices(Notice.LINK_DOWN)),
        nic.faults(Fault.DEVICE_LOST, Fault.RECOVERY_FAILED).stream()
            .map(FaultLines::first)
            .flatMap(at -> at.wall().stream())
            .sorted()
            .toList(),
        unclear,
        unread,
        List.of(),
        now);
  }

  /// All times that it stood still, whoever reported it, and that no removal of the card explains.
  /// What two logs tell alike counts once.
  private List<Hang> hangs(NicCase nic) {
    Predicate<LogStamp> excused = Removal.excuses(nic);
    Set<Hang> dated = new LinkedHashSet<>();
    int undated = 0;
    for (Ends ends : ends(nic)) {
      if (excused.test(ends.last())) {
        continue;
      }
      Optional<Instant> first = ends.first().wall();
      first.ifPresent(from -> dated.add(new Hang(from, ends.last().wall().orElse(from))));
      undated += first.isPresent() ? 0 : 1;
    }
    if (undated > 0) {
      unclear.add(Words.counted(undated, "hang has", "hangs have") + " no date in the logs");
    }
    return List.copyOf(dated);
  }

  /// When it was reported first and last.
  private record Ends(LogStamp first, LogStamp last) {}

  private static List<Ends> ends(NicCase nic) {
    List<Ends> ends = new ArrayList<>();
    nic.hangs().forEach(each -> ends.add(new Ends(each.first(), each.last())));
    nic.standstills().forEach(each -> ends.add(new Ends(each.first(), each.last())));
    return ends;
  }

  private static List<Instant> dates(List<NoticeLines> lines) {
    return lines.stream().flatMap(each -> each.first().wall().stream()).sorted().toList();
  }

  private static List<LinkUp> links(NicCase nic) {
    List<LinkUp> links = new ArrayList<>();
    for (NoticeLines up : nic.notices(Notice.LINK_UP)) {
      if (up.first().wall().isPresent() && up.mode().megabits().isPresent()) {
        links.add(new LinkUp(up.first().wall().get(), up.mode().megabits().get()));
      }
    }
    links.sort(Comparator.comparing(LinkUp::at));
    return links;
  }

  private List<Boot> boots(LogFacts log) {
    List<Boot> boots = new ArrayList<>();
    List<LogCoverage> dated = new ArrayList<>();
    for (LogCoverage cover : log.covers()) {
      if (cover.from().wall().isPresent() && cover.to().wall().isPresent()) {
        dated.add(cover);
        boot(cover).ifPresent(boots::add);
      }
    }
    overlap(dated);
    return boots;
  }

  private Optional<Boot> boot(LogCoverage cover) {
    Instant from = cover.from().wall().orElseThrow();
    Instant to = cover.to().wall().orElseThrow();
    Optional<Duration> calendar = Gap.byCalendar(cover.from(), cover.to());
    Optional<Duration> kernels = Gap.between(cover.from(), cover.to());
    Duration apart = calendar.orElse(Duration.ZERO).minus(kernels.orElse(Duration.ZERO)).abs();
    if (calendar.isPresent() && kernels.isPresent() && apart.compareTo(CLOCK_SET) > 0) {
      unclear.add(
          "clock and uptime differ by "
              + Words.time(apart)
              + " in the boot that is logged from "
              + ProveWords.moment(from)
              + " on: the clock was set, or the host slept");
      return Optional.empty();
    }
    if (to.isAfter(now.plus(CLOCK_SET)) || to.isBefore(from)) {
      unclear.add(
          "the logs hold times up to "
              + ProveWords.moment(to)
              + ", and it is "
              + ProveWords.moment(now));
      return Optional.empty();
    }
    boolean runs = runsNow(cover, to);
    Instant end =
        runs
            ? Spans.later(now, to)
            : Spans.later(to, cover.boot().map(id -> ends.getOrDefault(id, to)).orElse(to));
    Optional<String> kernel =
        cover.kernel().or(() -> runs ? host.machine().kernel() : Optional.empty());
    return Optional.of(new Boot(new Span(from, end), kernel, cover.end()));
  }

  /// Whether it is the boot that runs: by its id, else by its last line, which was written since
  /// the host was started.
  private boolean runsNow(LogCoverage cover, Instant to) {
    if (cover.boot().isPresent() && host.boot().isPresent()) {
      return cover.boot().equals(host.boot());
    }
    return host.uptime()
        .map(uptime -> now.minus(Duration.ofNanos(uptime.micros() * 1000)))
        .filter(to::isAfter)
        .isPresent();
  }

  /// A clock that was set back lets one boot begin while the other runs.
  private void overlap(List<LogCoverage> dated) {
    List<LogCoverage> sorted = new ArrayList<>(dated);
    sorted.sort(Comparator.comparing(cover -> cover.from().wall().orElseThrow()));
    for (int i = 1; i < sorted.size(); i++) {
      Instant former = sorted.get(i - 1).to().wall().orElseThrow();
      Instant next = sorted.get(i).from().wall().orElseThrow();
      boolean differ =
          sorted.get(i).boot().isPresent()
              && sorted.get(i - 1).boot().isPresent()
              && !sorted.get(i).boot().equals(sorted.get(i - 1).boot());
      if (differ && next.plus(CLOCK_SET).isBefore(former)) {
        unclear.add(
            "a boot is logged from "
                + ProveWords.moment(next)
                + " on, and the one before until "
                + ProveWords.moment(former)
                + ": the clock was set");
        return;
      }
    }
  }
}

package dev.unhang.repair.prove;

import dev.unhang.findings.rate.Rate;
import dev.unhang.repair.prove.Exposure.Unit;
import dev.unhang.repair.prove.Judged.Period;
import dev.unhang.repair.prove.Judged.Verdict;
import dev.unhang.repair.prove.Spans.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Whether a time without a hang since a change proves that the change repaired the NIC.
///
/// Had nothing changed, each hang before would as likely have fallen into the time since. Where
/// both time and load are known, both have to say so: who doesn't know which of them makes the NIC
/// hang can't be wrong by having chosen. docs/statistics.md says why it may be looked at every day.
public final class Quiet {
  /// So small a chance is not taken for one.
  public static final double CHANCE = 0.05;

  /// Of fewer hangs no rate is known, and how they came to be seen decides too much.
  public static final int FEWEST_HANGS = 3;

  /// Load counts where it is known of that share of the time that logs cover.
  private static final double KNOWN_LOAD = 0.95;

  /// What goes on now was reported within this.
  private static final Duration STILL = Duration.ofMinutes(1);

  /// What is reported so soon stood still before: drivers wait for 2 s, the core's watchdog for 5.
  ///
  /// Kernel: net/sched/sch_generic.c, dev_watchdog(), and watchdog_timeo of drivers (v6.1)
  private static final Duration SEEN_WITHIN = Duration.ofSeconds(5);

  /// Of late: a week holds its weekend.
  private static final Duration RECENT = Duration.ofDays(7);

  private static final double DAY = Duration.ofDays(1).toSeconds();

  private final History history;
  private final ChangeInForce change;
  private final Instant begin;
  private final Instant end;
  private final List<Hang> hangsBefore;
  private final List<Hang> hangsSince;
  private final Spans covered;

  private Quiet(History history, ChangeInForce change) {
    this.history = history;
    this.change = change;
    Instant from = change.from();
    Instant seen = from.plus(SEEN_WITHIN);
    this.hangsBefore = history.hangs().stream().filter(it -> it.first().isBefore(seen)).toList();
    // What stood still while the change was made is no hang of the time since.
    this.begin =
        hangsBefore.stream().map(Hang::last).filter(from::isBefore).reduce(from, Spans::later);
    Instant until = change.ended().map(ChangeInForce.Ended::at).orElse(history.now());
    // A card that is lost can't hang: its quiet time proves nothing.
    Optional<Instant> lost = history.lost().stream().filter(at -> !at.isBefore(begin)).findFirst();
    this.end = Spans.later(begin, lost.filter(until::isAfter).orElse(until));
    this.hangsSince =
        history.hangs().stream()
            .filter(hang -> !hang.first().isBefore(seen) && !hang.first().isAfter(end))
            .toList();
    this.covered =
        history
            .covered()
            .without(
                new Spans(
                    history.hangs().stream()
                        .map(hang -> new Span(hang.first(), hang.last()))
                        .toList()));
  }

  /// Judges a change by what was logged before and since.
  public static Judged of(History history, ChangeInForce change) {
    if (!history.unclear().isEmpty()) {
      return Judged.notEnough(String.join("; ", history.unclear()));
    }
    Spans all = history.covered();
    if (all.all().isEmpty()) {
      return Judged.notEnough("no log with dates was read");
    }
    Span last = all.all().getLast();
    if (!all.all().getFirst().from().isBefore(change.from())) {
      return Judged.notEnough(
          "the logs begin at "
              + ProveWords.moment(all.all().getFirst().from())
              + ", after "
              + change.named()
              + " at "
              + ProveWords.moment(change.from()));
    }
    if (change.from().isAfter(last.to())) {
      return Judged.notEnough(
          "the logs end at "
              + ProveWords.moment(last.to())
              + ", before "
              + change.named()
              + " at "
              + ProveWords.moment(change.from()));
    }
    return new Quiet(history, change).judged();
  }

  private Judged judged() {
    Spans known = history.load().known().common(covered);
    Instant first = covered.all().isEmpty() ? begin : covered.all().getFirst().from();
    Exposure uptime = Exposure.ofUptime(covered);
    Exposure sampled = Exposure.ofUptime(known);
    boolean isLoadKnown =
        isKnown(uptime, sampled, first, change.from()) && isKnown(uptime, sampled, begin, end);
    Exposure bytes = Exposure.ofBytes(history.load(), covered);
    List<Hang> bursts = Hang.joined(hangsBefore, Hang.SAME_BURST);
    Clusters clusters = Clusters.of(bursts, isLoadKnown ? bytes : uptime, change.from());
    List<Hang> since = Hang.joined(hangsSince, Hang.SAME_BURST);
    List<Measure> measures = new ArrayList<>();
    measure(measures, Unit.UPTIME, uptime, first, clusters.hangs().size(), since.size());
    if (isLoadKnown) {
      measure(measures, Unit.BYTES, bytes, first, clusters.hangs().size(), since.size());
    }
    measures.sort(Comparator.comparingDouble(Measure::chance).reversed());
    Optional<Exposure> sent = isLoadKnown ? Optional.of(bytes) : Optional.empty();
    Period before = period(first, change.from(), clusters.hangs(), uptime, sent);
    Period after = period(begin, end, since, uptime, sent);
    Optional<String> why = whyNot(clusters, before, after, measures);
    Verdict verdict =
        why.isPresent()
            ? Verdict.NOT_ENOUGH
            : !since.isEmpty()
                ? Verdict.HUNG_AGAIN
                : measures.stream().allMatch(Measure::isEnough) ? Verdict.PROVED : Verdict.NOT_YET;
    return new Judged(
        verdict,
        why,
        Optional.of(before),
        Optional.of(after),
        measures,
        verdict == Verdict.NOT_YET ? from(measures) : Optional.empty(),
        since.stream().map(Hang::first).findFirst(),
        new Doubts(history, change, begin, end).of(before, after, clusters));
  }

  private static boolean isKnown(Exposure all, Exposure sampled, Instant from, Instant to) {
    double covered = all.between(from, to);
    return covered > 0 && sampled.between(from, to) >= KNOWN_LOAD * covered;
  }

  private void measure(
      List<Measure> measures, Unit unit, Exposure exposure, Instant first, int before, int since) {
    double earlier = exposure.between(first, change.from());
    double later = exposure.between(begin, end);
    if (earlier > 0) {
      Rate rate = new Rate(before, earlier);
      Rate now = new Rate(since, later);
      Instant recent = Spans.later(begin, end.minus(RECENT));
      double days = Math.max(1, Duration.between(recent, end).toSeconds()) / DAY;
      measures.add(
          new Measure(
              unit,
              rate,
              now,
              rate.chanceOf(now),
              rate.quietUntil(CHANCE),
              exposure.between(recent, end) / days));
    }
  }

  private static Period period(
      Instant from, Instant to, List<Hang> hangs, Exposure uptime, Optional<Exposure> bytes) {
    return new Period(
        from,
        to,
        hangs.size(),
        hangs.stream().mapToLong(Hang::times).sum(),
        Duration.ofSeconds(Math.round(uptime.between(from, to))),
        bytes.map(sent -> sent.between(from, to)));
  }

  /// Why nothing can be said, whatever the numbers; empty where it can. That it hung again can be
  /// said in any case but that the change was not in force.
  private Optional<String> whyNot(
      Clusters clusters, Period before, Period since, List<Measure> measures) {
    if (change.ended().isPresent()) {
      return Optional.of(
          change.named()
              + " is not in force: it "
              + change.ended().get().how()
              + ProveWords.moment(change.ended().get().at()));
    }
    if (!hangsSince.isEmpty()) {
      return Optional.empty();
    }
    if (begin.isAfter(change.from()) && !begin.plus(STILL).isBefore(history.now())) {
      return Optional.of("it stood still when the change was made, and still does");
    }
    if (clusters.hangs().size() < FEWEST_HANGS) {
      return Optional.of(ProveWords.tooFew(before, clusters.isJoined()));
    }
    if (since.covered().isZero()) {
      return Optional.of("the logs hold nothing since " + change.named());
    }
    return measures.stream().anyMatch(measure -> measure.unit() == Unit.UPTIME)
        ? Optional.empty()
        : Optional.of("the logs hold no time before " + change.named());
  }

  /// All clocks have to say so; empty where one of them stands still.
  private Optional<Instant> from(List<Measure> measures) {
    double days = measures.stream().mapToDouble(Measure::daysLeft).max().orElse(Double.NaN);
    return days < ProveWords.MOST_DAYS
        ? Optional.of(end.plusSeconds((long) Math.ceil(days * DAY)))
        : Optional.empty();
  }
}

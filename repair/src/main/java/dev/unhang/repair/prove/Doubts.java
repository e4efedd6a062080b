package dev.unhang.repair.prove;

import dev.unhang.findings.words.Words;
import dev.unhang.model.log.BootEnd;
import dev.unhang.repair.prove.Against.Kind;
import dev.unhang.repair.prove.History.Boot;
import dev.unhang.repair.prove.History.LinkUp;
import dev.unhang.repair.prove.Judged.Period;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What else than the change may have made it quiet, and what may have hidden a hang.
final class Doubts {
  /// A reboot takes a few minutes.
  private static final Duration REBOOT = Duration.ofMinutes(30);

  /// A change of settings may take the link down itself.
  private static final Duration BY_THE_CHANGE = Duration.ofMinutes(5);

  /// A shutdown takes the link down.
  private static final Duration BY_SHUTDOWN = Duration.ofMinutes(2);

  /// Less load than that share of the former is another load.
  private static final double HALF = 0.5;

  private static final int MOST_KERNELS = 3;

  private final History history;
  private final ChangeInForce change;
  private final Instant begin;
  private final Instant end;
  private final List<Against> all = new ArrayList<>();

  Doubts(History history, ChangeInForce change, Instant begin, Instant end) {
    this.history = history;
    this.change = change;
    this.begin = begin;
    this.end = end;
  }

  List<Against> of(Period before, Period since, Clusters clusters) {
    kernels();
    otherChanges();
    link();
    load(before, since);
    if (clusters.isJoined()) {
      against(
          Kind.HANGS_CLUSTER,
          "hangs came in clusters before, each of which counts once: long quiet times were usual");
    }
    hidden();
    if (change.onTrial()) {
      against(Kind.CHANGE_ON_TRIAL, "the change is on trial, and ends unless it is confirmed");
    }
    return List.copyOf(all);
  }

  private void against(Kind kind, String says) {
    all.add(new Against(kind, says));
  }

  private boolean isSince(Instant at) {
    return at.isAfter(begin) && !at.isAfter(end);
  }

  private void kernels() {
    Set<String> earlier = new TreeSet<>();
    Set<String> later = new TreeSet<>();
    for (Boot boot : history.boots()) {
      if (boot.span().from().isBefore(change.from())) {
        boot.kernel().ifPresent(earlier::add);
      }
      if (boot.span().to().isAfter(begin) && boot.span().from().isBefore(end)) {
        boot.kernel().ifPresent(later::add);
      }
    }
    if (earlier.isEmpty() || later.isEmpty()) {
      against(
          Kind.KERNEL_UNKNOWN,
          "which kernel ran "
              + (earlier.isEmpty() ? later.isEmpty() ? "before and since" : "before" : "since")
              + " is unknown: the logs lack the first lines of the boot");
    } else if (!earlier.containsAll(later)) {
      against(
          Kind.KERNEL_CHANGED,
          "another kernel runs since: " + listed(earlier) + " before, " + listed(later) + " since");
    }
  }

  private static String listed(Set<String> kernels) {
    String some = String.join(", ", kernels.stream().limit(MOST_KERNELS).toList());
    return kernels.size() > MOST_KERNELS
        ? some + " and " + (kernels.size() - MOST_KERNELS) + " more"
        : some;
  }

  /// Those made since the last hang before: any of them may be what helped.
  private void otherChanges() {
    Instant lastHang =
        history.hangs().stream()
            .map(Hang::first)
            .filter(at -> at.isBefore(change.from()))
            .reduce(Spans::later)
            .orElse(change.from());
    for (ChangeInForce other : history.others()) {
      boolean wasInForce = other.ended().map(ended -> ended.at().isAfter(begin)).orElse(true);
      if (wasInForce && other.from().isAfter(lastHang) && !other.from().isAfter(end)) {
        against(
            Kind.OTHER_CHANGE,
            other.named()
                + " was made too, at "
                + ProveWords.moment(other.from())
                + ": which of the two helped can't be told");
      }
    }
  }

  private void link() {
    Optional<LinkUp> earlier =
        history.links().stream()
            .filter(up -> up.at().isBefore(change.from()))
            .reduce((one, other) -> other);
    Optional<LinkUp> other =
        history.links().stream()
            .filter(up -> isSince(up.at()))
            .filter(
                up -> earlier.map(LinkUp::megabits).filter(was -> was != up.megabits()).isPresent())
            .findFirst();
    other.ifPresent(up ->
        against(
            Kind.LINK_SPEED_CHANGED,
            "the link came up with "
                + up.megabits()
                + " Mb/s at "
                + ProveWords.moment(up.at())
                + ", and had "
                + earlier.map(LinkUp::megabits).orElse(0)
                + " Mb/s before"));
    long downs = history.linkDowns().stream().filter(this::isByAPerson).count();
    if (downs > 0) {
      against(
          Kind.LINK_WENT_DOWN,
          "the link went down "
              + (downs == 1 ? "once" : Words.count(downs) + " times")
              + " since: another cable or switch port may be what helped");
    }
  }

  private boolean isByAPerson(Instant down) {
    return isSince(down)
        && down.isAfter(begin.plus(BY_THE_CHANGE))
        && history.boots().stream()
            .noneMatch(boot ->
                boot.end() != BootEnd.LOG_ENDS
                    && down.isAfter(boot.span().to().minus(BY_SHUTDOWN))
                    && !down.isAfter(boot.span().to()));
  }

  private void load(Period before, Period since) {
    if (before.bytes().isEmpty() || since.bytes().isEmpty()) {
      against(
          Kind.LOAD_UNKNOWN,
          "how much was sent is unknown, for want of samples: less load makes a quiet time too");
      return;
    }
    double earlier = aDay(before);
    double later = aDay(since);
    if (later < HALF * earlier) {
      against(
          Kind.LOAD_FELL,
          "less is sent since: "
              + Words.bytes(Math.round(later))
              + " a day, "
              + Words.bytes(Math.round(earlier))
              + " before");
    }
  }

  private static double aDay(Period period) {
    double days = period.covered().toSeconds() / (double) Duration.ofDays(1).toSeconds();
    return days > 0 ? period.bytes().orElse(0.0) / days : 0;
  }

  private void hidden() {
    Duration missing =
        history.covered().within(begin, end).gaps().all().stream()
            .map(Spans.Span::length)
            .filter(gap -> gap.compareTo(REBOOT) > 0)
            .reduce(Duration.ZERO, Duration::plus);
    if (!missing.isZero()) {
      against(
          Kind.LOG_HAS_GAPS,
          "of the time since, "
              + ProveWords.days(missing)
              + " are in no log: the host was off, or a hang in them is not seen");
    }
    long abrupt =
        history.boots().stream()
            .filter(
                boot -> boot.end() == BootEnd.NO_SHUTDOWN_LOGGED || boot.end() == BootEnd.FENCED)
            .filter(boot -> isSince(boot.span().to()))
            .count();
    if (abrupt > 0) {
      against(
          Kind.BOOT_WITHOUT_SHUTDOWN,
          Words.counted(abrupt, "boot", "boots")
              + " since ended without a shutdown: a hang right before that may not be logged");
    }
    history.lost().stream()
        .filter(this::isSince)
        .findFirst()
        .ifPresent(at ->
            against(
                Kind.CARD_WAS_LOST,
                "the card was lost, or its driver gave up, at "
                    + ProveWords.moment(at)
                    + ": it could not hang after that"));
    if (history.unread() > 0) {
      against(
          Kind.LOG_DAMAGED,
          Words.counted(history.unread(), "place", "places")
              + " of the logs could not be read: a hang there is not seen");
    }
  }
}

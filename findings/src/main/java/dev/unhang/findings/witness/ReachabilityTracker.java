package dev.unhang.findings.witness;

import dev.unhang.model.host.ProbeAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who is dark, since when, and who went dark together. Takes what came of each probe.
///
/// A target that has never answered is not dark: it may be one that answers no probes at all.
public final class ReachabilityTracker {
  /// So many probes in a row without an answer make a target dark. One is lost now and then on any
  /// network: where one in a hundred is, three in a row are so once in a million probes, which are
  /// twelve days at one a second.
  public static final int MISSES = 3;

  private final Duration interval;
  private final Duration patience;
  private final Map<String, Watched> targets = new LinkedHashMap<>();
  private final List<DownInterval> fresh = new ArrayList<>();
  private final List<DownInterval> over = new ArrayList<>();

  /// What is known of one target.
  private static final class Watched {
    private @Nullable Instant lastAnswer;
    private @Nullable Instant firstMiss;
    private int misses;
    private boolean unsent;
  }

  /// Targets that went dark together, and what the others did meanwhile.
  ///
  /// @param dark the first to go dark first
  /// @param answering who has answered since, without a miss
  /// @param unknown neither: in doubt, dark since an earlier time, never heard, or not asked
  public record Together(List<DownInterval> dark, Set<String> answering, Set<String> unknown) {
    public Together {
      dark = List.copyOf(dark);
      answering = Set.copyOf(answering);
      unknown = Set.copyOf(unknown);
    }
  }

  /// How all targets stand.
  ///
  /// @param unheard those that have not answered yet, not once
  /// @param unsent those that could not be asked the last time
  public record Standing(
      Set<String> answering, Set<String> dark, Set<String> unheard, Set<String> unsent) {}

  /// @param interval from one probe of a target to the next
  /// @param patience how long an answer may take
  public ReachabilityTracker(List<String> targets, Duration interval, Duration patience) {
    this.interval = interval;
    this.patience = patience;
    targets.forEach(name -> this.targets.put(name, new Watched()));
  }

  /// Takes the outcome of one probe; those of one target in the order they were sent.
  public void accept(String target, Instant sent, ProbeAnswer answer) {
    Watched watched = targets.get(target);
    if (watched == null) {
      throw new IllegalArgumentException("no target " + target);
    }
    watched.unsent = answer instanceof ProbeAnswer.NotSent;
    switch (answer) {
      case ProbeAnswer.Answered answered -> answered(target, watched, sent);
      case ProbeAnswer.Silent silent -> missed(target, watched, sent);
      case ProbeAnswer.NotSent notSent -> {}
    }
  }

  private void answered(String target, Watched watched, Instant sent) {
    if (isDark(watched) && watched.lastAnswer != null && watched.firstMiss != null) {
      over.add(new DownInterval(target, watched.lastAnswer, watched.firstMiss, Optional.of(sent)));
    }
    watched.lastAnswer = sent;
    watched.firstMiss = null;
    watched.misses = 0;
  }

  private void missed(String target, Watched watched, Instant sent) {
    if (watched.firstMiss == null) {
      watched.firstMiss = sent;
    }
    watched.misses++;
    if (watched.misses == MISSES && watched.lastAnswer != null) {
      fresh.add(new DownInterval(target, watched.lastAnswer, watched.firstMiss, Optional.empty()));
    }
  }

  private static boolean isDark(Watched watched) {
    return watched.misses >= MISSES && watched.lastAnswer != null;
  }

  /// Whoever went dark together and has not been told yet. Not before all who went dark with them
  /// must have missed as many probes too.
  ///
  /// @param now of the clock that the probes were timed by
  public Optional<Together> together(Instant now) {
    Optional<DownInterval> first = fresh.stream().min(Comparator.comparing(DownInterval::since));
    if (first.isEmpty()) {
      return Optional.empty();
    }
    // What fails at one time is missed by each target's next probe, or by the one under way.
    Instant last = first.get().since().plus(interval).plus(patience);
    Duration settling = interval.multipliedBy(MISSES).plus(patience);
    if (now.isBefore(last.plus(settling))) {
      return Optional.empty();
    }
    List<DownInterval> dark =
        fresh.stream()
            .filter(spell -> !spell.since().isAfter(last))
            .sorted(Comparator.comparing(DownInterval::since))
            .toList();
    fresh.removeAll(dark);
    return Optional.of(group(dark));
  }

  private Together group(List<DownInterval> dark) {
    Instant begin = dark.getFirst().since();
    Set<String> names = new LinkedHashSet<>(dark.stream().map(DownInterval::target).toList());
    Set<String> answering = new LinkedHashSet<>();
    Set<String> unknown = new LinkedHashSet<>();
    targets.forEach((name, watched) -> {
      boolean wasDark = over.stream().anyMatch(spell -> spell.target().equals(name));
      if (!names.contains(name)) {
        (!wasDark && answers(watched, begin) ? answering : unknown).add(name);
      }
    });
    return new Together(dark, answering, unknown);
  }

  private static boolean answers(Watched watched, Instant since) {
    return watched.misses == 0
        && !watched.unsent
        && watched.lastAnswer != null
        && !watched.lastAnswer.isBefore(since);
  }

  /// Spells that are over and have not been told yet; only those whose beginning was.
  public List<DownInterval> over() {
    List<DownInterval> told =
        over.stream()
            .filter(spell ->
                fresh.stream()
                    .noneMatch(begun ->
                        begun.target().equals(spell.target())
                            && begun.since().equals(spell.since())))
            .toList();
    over.removeAll(told);
    return told;
  }

  /// How all stand now.
  public Standing standing() {
    Set<String> answering = new LinkedHashSet<>();
    Set<String> dark = new LinkedHashSet<>();
    Set<String> unheard = new LinkedHashSet<>();
    Set<String> unsent = new LinkedHashSet<>();
    targets.forEach((name, watched) -> {
      if (watched.unsent) {
        unsent.add(name);
      } else if (watched.lastAnswer == null) {
        unheard.add(name);
      } else {
        (isDark(watched) ? dark : answering).add(name);
      }
    });
    return new Standing(answering, dark, unheard, unsent);
  }
}

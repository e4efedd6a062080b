package dev.unhang.app.screen;

import dev.unhang.findings.words.Words;
import dev.unhang.model.facts.HostFacts;
import dev.unhang.model.facts.WitnessFacts;
import dev.unhang.model.facts.Witnessed;
import dev.unhang.model.log.Episode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What another machine saw, beside what this host's logs say. The two have clocks of their own.
final class WitnessedWords {
  /// Clocks that are set by hand differ by a minute or two; what is farther apart is not compared.
  private static final Duration NEAR = Duration.ofMinutes(2);

  private WitnessedWords() {}

  /// Lines, escaped; none where no witness watched.
  static List<String> lines(HostFacts facts) {
    List<String> lines = new ArrayList<>();
    for (WitnessFacts witness : facts.witnesses()) {
      List<Witnessed> dark =
          witness.dark().stream().filter(each -> isOf(each, facts.hostname())).toList();
      for (Witnessed each : dark) {
        lines.add(seen(each));
        lines.add("  " + each.place() + ": " + each.part());
        facts.episodes().stream()
            .flatMap(episode -> beside(each, episode).stream())
            .forEach(lines::add);
      }
      if (dark.isEmpty()) {
        lines.add(
            "no guest of this host went dark from "
                + WitnessWords.time(witness.from())
                + " to "
                + WitnessWords.time(witness.to())
                + " ("
                + witness.origin().name()
                + ")");
      }
    }
    return lines;
  }

  /// Whether it is about this host: by its map's name. Where either is not known, it may be.
  private static boolean isOf(Witnessed witnessed, Optional<String> hostname) {
    return hostname.isEmpty()
        || witnessed.hosts().isEmpty()
        || witnessed.hosts().contains(hostname.get());
  }

  private static String seen(Witnessed witnessed) {
    return String.join(", ", witnessed.targets())
        + (witnessed.targets().size() > 1 ? " went dark together" : " went dark")
        + " at "
        + WitnessWords.time(witnessed.since())
        + witnessed
            .until()
            .map(end -> ", back at " + WitnessWords.time(end))
            .orElse(", not seen back");
  }

  private static Optional<String> beside(Witnessed witnessed, Episode episode) {
    Optional<Instant> first = episode.first().wall();
    Optional<Instant> last = episode.last().wall();
    if (first.isEmpty() || last.isEmpty()) {
      return Optional.empty();
    }
    boolean before = last.get().plus(NEAR).isBefore(witnessed.since());
    boolean behind =
        witnessed.until().map(end -> end.plus(NEAR).isBefore(first.get())).orElse(false);
    if (before || behind) {
      return Optional.empty();
    }
    Duration later = Duration.between(witnessed.since(), first.get());
    return Optional.of(
        "  the log reports the hang of "
            + episode.nic().described()
            + " from "
            + WitnessWords.time(first.get())
            + " on: "
            + Words.time(later.abs())
            + (later.isNegative() ? " earlier" : " later"));
  }
}

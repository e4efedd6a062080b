package dev.unhang.hosts.kernellog;

import dev.unhang.hosts.pci.KnownChips;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.facts.ToldChip;
import dev.unhang.model.log.LogFacts;
import dev.unhang.model.log.LoggedChip;
import dev.unhang.model.net.Chip;
import java.util.List;
import java.util.Optional;

/// The chips that logs name, looked up in the table of known ones.
public final class LoggedChips {
  private LoggedChips() {}

  /// Of logs in their order; those that the table has.
  public static List<ToldChip> of(List<Reading<LogFacts>> logs) {
    List<LoggedChip> told =
        logs.stream()
            .flatMap(log -> log.known().stream())
            .flatMap(log -> log.chips().stream())
            .toList();
    if (told.isEmpty()) {
      return List.of();
    }
    KnownChips known = KnownChips.read();
    return told.stream()
        .flatMap(each ->
            chip(known, each)
                .map(chip -> new ToldChip(each.address(), chip, each.place(), each.text()))
                .stream())
        .toList();
  }

  private static Optional<Chip> chip(KnownChips known, LoggedChip told) {
    return told.id().flatMap(known::chip).or(() -> told.macType().flatMap(known::ofMacType));
  }
}

package dev.unhang.findings;

import dev.unhang.findings.nic.NicCase;
import dev.unhang.model.evidence.Place;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.finding.Citation;
import dev.unhang.model.finding.Confidence;
import dev.unhang.model.finding.Finding;
import dev.unhang.model.log.Episode;
import dev.unhang.model.log.Gap;
import dev.unhang.model.log.LogCoverage;
import dev.unhang.model.log.LogFacts;
import dev.unhang.model.log.LogStamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What rests on words alone that any user of the host could have written is at most possible, and
/// a log of the kernel's own that reaches over that time and lacks the words speaks against it.
final class Hearsay {
  private Hearsay() {}

  /// The finding as sure as its evidence lets it be.
  static Finding weighed(NicCase nic, Finding finding) {
    return finding instanceof Finding.Diagnosed diagnosed
            && diagnosed.because().stream().allMatch(Hearsay::isOpenToAnybody)
        ? possible(nic, diagnosed)
        : finding;
  }

  private static boolean isOpenToAnybody(Citation citation) {
    return citation.place().origin().isOpenToAnybody();
  }

  private static Finding.Diagnosed possible(NicCase nic, Finding.Diagnosed finding) {
    List<Citation> against = new ArrayList<>(finding.against());
    silent(nic)
        .ifPresent(log ->
            against.add(
                new Citation(
                    new Place.Whole(log.origin()),
                    log.origin().name(),
                    "the kernel's own log reaches over that time and has no such line")));
    return new Finding.Diagnosed(
        finding.rule(),
        finding.nic(),
        finding.headline(),
        Confidence.POSSIBLE,
        finding.because(),
        against,
        finding.advice(),
        finding.answered());
  }

  /// A log that only the kernel writes to, and that reaches over a hang without telling it.
  private static Optional<LogFacts> silent(NicCase nic) {
    return nic.host().logs().stream()
        .map(Reading::known)
        .flatMap(Optional::stream)
        .filter(log -> !log.origin().isOpenToAnybody() && log.episodes().isEmpty())
        .filter(log -> nic.episodes().stream().anyMatch(episode -> reachesOver(log, episode)))
        .findFirst();
  }

  private static boolean reachesOver(LogFacts log, Episode episode) {
    return log.covers().stream().anyMatch(boot -> isWithin(boot, episode.first()));
  }

  private static boolean isWithin(LogCoverage boot, LogStamp at) {
    return Gap.between(boot.from(), at).filter(gap -> !gap.isNegative()).isPresent()
        && Gap.between(at, boot.to()).filter(gap -> !gap.isNegative()).isPresent();
  }
}

package dev.unhang.findings.words;

import dev.unhang.model.log.Episode;
import dev.unhang.model.log.StuckFor;
import java.util.stream.Collectors;

/// How long a packet was stuck, and what it held up. Nothing is said that was not read.
public final class StuckWords {
  private StuckWords() {}

  /// `transmit ring stuck for 224,919 ticks (…); 48 descriptors held, 47 not processed`.
  public static String of(Episode episode) {
    String time =
        episode
            .stuck()
            .map(stuck -> "transmit ring stuck for " + span(stuck))
            .orElse("transmit unit stopped");
    String ring =
        episode
            .ring()
            .map(use ->
                "; "
                    + Words.counted(use.held(), "descriptor", "descriptors")
                    + " held, "
                    + use.unfetched()
                    + " not processed")
            .orElse("");
    return time + ring;
  }

  private static String span(StuckFor stuck) {
    String ticks = Words.counted(stuck.ticks().count(), "tick", "ticks");
    return stuck
        .time()
        .map(time -> Words.time(time) + " (" + ticks + ")")
        .orElseGet(() -> ticks + " (" + ifs(stuck) + ")");
  }

  private static String ifs(StuckFor stuck) {
    return stuck.toShow().stream()
        .map(hz -> Words.time(stuck.ticks().at(hz)) + " if " + hz.perSecond())
        .collect(Collectors.joining(", "))
        .replaceFirst(" if ", " if HZ=");
  }
}

package dev.unhang.app.text;

import dev.unhang.model.id.Hertz;
import dev.unhang.model.log.Episode;
import dev.unhang.model.log.LogStamp;
import dev.unhang.model.log.StuckFor;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What an episode is, in words. Nothing is said that was not read.
public final class EpisodeWords {
  private EpisodeWords() {}

  /// `transmit ring stuck for 224,919 ticks (…); 48 descriptors held, 47 not fetched`.
  public static String stuck(Episode episode) {
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
                    + " not fetched")
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
    List<Hertz> usual = Hertz.USUAL;
    return Words.time(stuck.ticks().at(usual.getFirst()))
        + " if HZ="
        + usual.getFirst().perSecond()
        + ", "
        + Words.time(stuck.ticks().at(usual.getLast()))
        + " if "
        + usual.getLast().perSecond();
  }

  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /// When, by the log's own stamp; a journal's, which has no text, to the second.
  public static String when(LogStamp at) {
    Optional<Instant> journals = at.wall().filter(instant -> instant.toString().equals(at.text()));
    if (journals.isPresent()) {
      return SECONDS.format(journals.get());
    }
    return at.text().isEmpty() ? "at a time the log doesn't name" : Escape.terminal(at.text());
  }

  /// How it ended, with what that means.
  public static String outcome(Episode episode) {
    return switch (episode.outcome()) {
      case CONTINUING -> "the log ends while it goes on";
      case RESET_BY_DRIVER -> "the driver reset the adapter" + at(episode);
      case FREED_BY_LINK_CHANGE -> "a change of the link freed it" + at(episode);
      case ENDED_BY_SHUTDOWN ->
          "it went on until the machine was shut down, in good order" + at(episode);
      case ENDED_BY_POWER_LOSS -> "it went on until the boot ended without a shutdown";
      case FENCED_BY_WATCHDOG -> "a watchdog reset the machine" + at(episode);
      case FALSE_POSITIVE -> "a false alarm right after link-up";
      case UNKNOWN -> "the log doesn't show how it ended";
    };
  }

  private static String at(Episode episode) {
    Optional<String> place = episode.outcomePlace().map(Object::toString);
    return place.map(text -> " (" + Escape.terminal(text) + ")").orElse("");
  }
}

package dev.unhang.app.text;

import dev.unhang.findings.words.Moments;
import dev.unhang.findings.words.StuckWords;
import dev.unhang.model.log.Episode;
import dev.unhang.model.log.LogStamp;
import java.util.Optional;

/// What an episode is, in words. Nothing is said that was not read.
public final class EpisodeWords {
  private EpisodeWords() {}

  /// How long it was stuck, and what it held up.
  public static String stuck(Episode episode) {
    return StuckWords.of(episode);
  }

  /// When, by the log's own stamp.
  public static String when(LogStamp at) {
    return Moments.when(at);
  }

  /// How it ended, with what that means.
  public static String outcome(Episode episode) {
    return switch (episode.outcome()) {
      case CONTINUING -> "the log ends while it goes on";
      case RESET_BY_DRIVER -> "the driver reset the adapter" + at(episode);
      case FREED_BY_LINK_CHANGE -> "a change of the link freed it" + at(episode);
      case ENDED_BY_SHUTDOWN -> "it went on until the clean shutdown of the machine" + at(episode);
      case ENDED_BY_POWER_LOSS -> "it went on until the boot ended without a shutdown";
      case FENCED_BY_WATCHDOG -> "a watchdog reset the machine" + at(episode);
      case FALSE_POSITIVE -> "a false alarm right after link-up";
      case UNKNOWN -> "the log doesn't show how it ended";
    };
  }

  private static String at(Episode episode) {
    Optional<String> place = episode.outcomePlace().map(Object::toString);
    return place.map(text -> " (" + text + ")").orElse("");
  }
}

package dev.unhang.findings.words;

import dev.unhang.model.log.LogStamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/// Times of a log as a person reads them.
public final class Moments {
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Moments() {}

  /// The log's own stamp; a journal's, which has no text, to the second. Empty where the log names
  /// no time. Not escaped.
  public static Optional<String> of(LogStamp at) {
    Optional<Instant> journals = at.wall().filter(instant -> instant.toString().equals(at.text()));
    if (journals.isPresent()) {
      return journals.map(SECONDS::format);
    }
    return Optional.of(at.text().strip()).filter(text -> !text.isEmpty());
  }

  /// The same, in words where there is none.
  public static String when(LogStamp at) {
    return of(at).orElse("at a time the log doesn't name");
  }

  /// ` since T`, ` at T`; nothing where the log names no time.
  static String behind(String preposition, LogStamp at) {
    return of(at).map(time -> " " + preposition + " " + time).orElse("");
  }
}

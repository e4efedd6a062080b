package dev.unhang.diagnose;

import dev.unhang.diagnose.log.JournalJson;
import dev.unhang.diagnose.log.LogRecord;
import dev.unhang.diagnose.log.RecordSource;
import dev.unhang.diagnose.log.TextLog;
import dev.unhang.model.evidence.Origin;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// The first bytes of a log, kept to tell what kind of file they open.
final class LogOpening {
  /// Enough to tell text from anything else.
  private static final int ENOUGH = 4096;

  /// A log that lived through a power cut has runs of NUL bytes; more than this is no text.
  private static final int MOST_CONTROL_PERCENT = 30;

  /// How files that are no text begin, and what to do with them.
  private static final Map<String, String> MAGIC =
      Map.of(
          "LPKSHHRH", "a systemd journal file; give its text: journalctl --file F -o json",
          "\u001f\u008b", "compressed with gzip; give its text: zcat F | unhang scan -",
          "\u00fd7zXZ", "compressed with xz; give its text: xzcat F | unhang scan -",
          "(\u00b5/\u00fd", "compressed with zstd; give its text: zstdcat F | unhang scan -");

  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

  /// Takes what comes, and keeps as much of it as is needed.
  void accept(byte[] chunk, int offset, int length) {
    kept.write(chunk, offset, Math.min(length, ENOUGH - kept.size()));
  }

  /// Whether it can be told which reader is to take it: by the first line, so that a log that is
  /// followed is not held back.
  boolean isDecided() {
    return kept.size() >= ENOUGH || firstLine().isPresent();
  }

  /// Entries of `journalctl -o json` are objects, and name their cursor or message. Only the first
  /// line is looked at: what it says doesn't depend on how the bytes were cut.
  private boolean isJournalJson() {
    String line = firstLine().orElseGet(this::opening);
    return beginsAsJson() && (line.contains("\"__CURSOR\"") || line.contains("\"MESSAGE\""));
  }

  private boolean beginsAsJson() {
    return opening().startsWith("{\"");
  }

  private Optional<String> firstLine() {
    int end = opening().indexOf('\n');
    return end < 0 ? Optional.empty() : Optional.of(opening().substring(0, end));
  }

  private String opening() {
    return kept.toString(StandardCharsets.ISO_8859_1);
  }

  /// What reads a log that begins so.
  RecordSource reader(Origin origin, Consumer<LogRecord> out) {
    return isJournalJson() ? new JournalJson(origin, out) : new TextLog(origin, out);
  }

  /// Why this is no log; empty where it may be one.
  Optional<String> unreadable() {
    String opening = opening();
    for (Map.Entry<String, String> magic : MAGIC.entrySet()) {
      if (opening.startsWith(magic.getKey())) {
        return Optional.of("is " + magic.getValue());
      }
    }
    long control = opening.chars().filter(LogOpening::isControl).count();
    return control * 100 > (long) MOST_CONTROL_PERCENT * opening.length()
        ? Optional.of("is binary, not a log")
        : Optional.empty();
  }

  private static boolean isControl(int c) {
    return (c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != 0x1b) || c == 0x7f;
  }
}

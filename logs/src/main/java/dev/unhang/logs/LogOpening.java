package dev.unhang.logs;

import dev.unhang.logs.form.DmesgJson;
import dev.unhang.logs.form.JournalExport;
import dev.unhang.logs.form.JournalJson;
import dev.unhang.logs.form.JournalPretty;
import dev.unhang.logs.form.JournalVerbose;
import dev.unhang.logs.form.JsonStrings;
import dev.unhang.logs.form.KmsgLog;
import dev.unhang.logs.form.RecordSource;
import dev.unhang.logs.form.ShippedJson;
import dev.unhang.logs.form.TextLog;
import dev.unhang.logs.record.LogRecord;
import dev.unhang.model.evidence.Origin;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// The first bytes of a log, kept to tell what kind of file they open.
final class LogOpening {
  /// Enough to tell text from anything else.
  private static final int ENOUGH = 4096;

  /// A log that lived through a power cut has runs of NUL bytes; more than this is no text.
  private static final int MOST_STRANGE_PERCENT = 30;

  /// A form of log: how it begins, and who reads it.
  ///
  /// @param opens asked for the first lines that say something, three at most
  private record Form(
      Predicate<List<String>> opens,
      BiFunction<Origin, Consumer<LogRecord>, RecordSource> reader) {}

  /// All forms, in the order they are tried: what no other form takes is text.
  private static final List<Form> FORMS =
      List.of(
          new Form(JournalJson::opens, JournalJson::new),
          new Form(JournalPretty::opens, JournalPretty::new),
          new Form(DmesgJson::opens, DmesgJson::new),
          new Form(ShippedJson::opens, ShippedJson::new),
          new Form(JsonStrings::opens, JsonStrings::new),
          new Form(JournalExport::opens, JournalExport::new),
          new Form(JournalVerbose::opens, JournalVerbose::new),
          new Form(KmsgLog::opens, KmsgLog::new),
          new Form(lines -> true, TextLog::new));

  /// What opens an object or a list, or both.
  private static final Set<String> OPENERS = Set.of("{", "[", "[{");

  /// How files that are no text begin, and what to do with them.
  private static final Map<String, String> MAGIC =
      Map.of(
          "LPKSHHRH", "a systemd journal file; give its text: journalctl --file F -o json",
          "\u001f\u008b", "compressed with gzip; give its text: zcat F | unhang scan -",
          "\u00fd7zXZ", "compressed with xz; give its text: xzcat F | unhang scan -",
          "(\u00b5/\u00fd", "compressed with zstd; give its text: zstdcat F | unhang scan -");

  /// A bracket, and a brace within it.
  private static final int MOST_OPENERS = 2;

  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

  /// Takes what comes, and keeps as much of it as is needed.
  void accept(byte[] chunk, int offset, int length) {
    kept.write(chunk, offset, Math.min(length, ENOUGH - kept.size()));
  }

  /// Whether it can be told which reader is to take it: by the first line that says something, so
  /// that a log that is followed is not held back. A brace or a bracket alone says too little.
  boolean isDecided() {
    if (kept.size() >= ENOUGH) {
      return true;
    }
    String opening = opening();
    List<String> lines = lines(opening.substring(0, opening.lastIndexOf('\n') + 1));
    return !lines.isEmpty() && (lines.size() > MOST_OPENERS || !isBrace(lines.getLast()));
  }

  /// Lines that say something: no blank ones, and no remarks of journalctl's, `-- Boot … --`. The
  /// next counts only where one is a brace: what is decided doesn't depend on how the bytes were
  /// cut.
  private static List<String> lines(String opening) {
    List<String> telling = new ArrayList<>();
    for (String line : opening.split("\r?\n", -1)) {
      if (!line.isBlank() && !line.startsWith("-- ")) {
        telling.add(line);
        if (telling.size() > MOST_OPENERS || !isBrace(line)) {
          break;
        }
      }
    }
    return telling;
  }

  private static boolean isBrace(String line) {
    return OPENERS.contains(line.strip());
  }

  private String opening() {
    return kept.toString(StandardCharsets.ISO_8859_1);
  }

  /// What reads a log that begins so.
  RecordSource reader(Origin origin, Consumer<LogRecord> out) {
    List<String> lines = lines(opening());
    for (Form form : FORMS) {
      if (form.opens().test(lines)) {
        return form.reader().apply(origin, out);
      }
    }
    throw new IllegalStateException("text takes what no other form does");
  }

  /// Which kind of file it is instead of a log; empty where it may be one.
  Optional<String> unreadable() {
    String opening = opening();
    for (Map.Entry<String, String> magic : MAGIC.entrySet()) {
      if (opening.startsWith(magic.getKey())) {
        return Optional.of("is " + magic.getValue());
      }
    }
    return Optional.empty();
  }

  /// Whether it is hardly text. A damaged log may begin so too.
  boolean isBinary() {
    String text = kept.toString(StandardCharsets.UTF_8);
    long strange = text.chars().filter(LogOpening::isStrange).count();
    return strange * 100 > (long) MOST_STRANGE_PERCENT * text.length();
  }

  /// Control characters, and what stands for bytes that are no UTF-8.
  private static boolean isStrange(int c) {
    return c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != 0x1b || c == 0x7f || c == 0xfffd;
  }
}

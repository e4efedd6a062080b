package dev.unhang.logs.form;

import dev.unhang.logs.bulk.Lines;
import dev.unhang.logs.record.LogRecord;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Trouble;
import java.util.List;
import java.util.function.Consumer;

/// `journalctl -o json`: one entry a line; `json-seq` and `json-sse` put a mark before it.
///
/// Man: journalctl(1), "--output=json"; RFC 7464: a record separator before each entry
public final class JournalJson implements RecordSource {
  private static final String RECORD_SEPARATOR = "\u001e";
  private static final String SERVER_SENT_EVENT = "data: ";

  private final JsonEntries entries;
  private final Lines lines;

  public JournalJson(Origin origin, Consumer<LogRecord> out) {
    this.entries = new JsonEntries(origin, JournalFields.NAMES, JournalFields::record, out);
    this.lines = new Lines((text, number, cut) -> entries.line(withoutMark(text), number, cut));
  }

  /// Whether a log begins so: entries are objects, and name their cursor or message.
  public static boolean opens(List<String> lines) {
    String entry = lines.isEmpty() ? "" : withoutMark(lines.getFirst());
    return entry.startsWith("{")
        && entry.substring(1).stripLeading().startsWith("\"")
        && (entry.contains("\"" + JournalFields.CURSOR + "\"")
            || entry.contains("\"" + JournalFields.MESSAGE + "\""));
  }

  private static String withoutMark(String line) {
    for (String mark : List.of(RECORD_SEPARATOR, SERVER_SENT_EVENT)) {
      if (line.startsWith(mark)) {
        return line.substring(mark.length());
      }
    }
    return line;
  }

  @Override
  public void accept(byte[] chunk, int offset, int length) {
    lines.accept(chunk, offset, length);
  }

  @Override
  public void finish() {
    lines.finish();
  }

  @Override
  public List<String> dialect() {
    return List.of("journal json");
  }

  @Override
  public List<Trouble> troubles() {
    return entries.troubles();
  }
}

package dev.unhang.diagnose.log;

import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Place;
import dev.unhang.model.evidence.Trouble;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;

/// `journalctl -o json`: one entry a line; `json-seq` and `json-sse` put a mark before it.
///
/// Man: journalctl(1), "--output=json"; RFC 7464: a record separator before each entry
public final class JournalJson implements RecordSource {
  private static final String RECORD_SEPARATOR = "\u001e";
  private static final String SERVER_SENT_EVENT = "data: ";

  private final Origin origin;
  private final Consumer<LogRecord> out;
  private final Lines lines = new Lines(this::line);
  private final Troubles troubles = new Troubles();

  public JournalJson(Origin origin, Consumer<LogRecord> out) {
    this.origin = origin;
    this.out = out;
  }

  /// Whether a log begins so: entries are objects, and name their cursor or message.
  public static boolean opens(List<String> lines) {
    String entry = lines.isEmpty() ? "" : withoutMark(lines.getFirst());
    return entry.startsWith("{\"")
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
    return troubles.list();
  }

  private void line(String text, long number, boolean cut) {
    if (text.isBlank()) {
      return;
    }
    Place.Line place = new Place.Line(origin, number);
    if (cut) {
      troubles.add(place, "entry is longer than " + Lines.MAX_BYTES + " bytes, left out");
      return;
    }
    try {
      JournalFields fields = new JournalFields();
      fields.putAll(JsonFields.read(withoutMark(text), JournalFields.NAMES));
      fields.record(place).ifPresent(out);
    } catch (JacksonException no_json) {
      troubles.add(place, "no JSON object: " + no_json.getOriginalMessage());
    }
  }
}

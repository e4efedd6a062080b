package dev.unhang.diagnose.log;

import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Place;
import dev.unhang.model.evidence.Trouble;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;

/// `journalctl -o json-pretty`, and entries that went through jq: an entry over many lines.
///
/// Man: journalctl(1), "--output=json-pretty"
public final class JournalPretty implements RecordSource, JsonObjects.Taker {
  private final Origin origin;
  private final Consumer<LogRecord> out;
  private final JsonObjects objects = new JsonObjects(this);
  private final Troubles troubles = new Troubles();

  public JournalPretty(Origin origin, Consumer<LogRecord> out) {
    this.origin = origin;
    this.out = out;
  }

  /// Whether a log begins so: with a field behind a brace that stands alone.
  public static boolean opens(List<String> lines) {
    return lines.size() > 1
        && lines.get(0).strip().equals("{")
        && lines.get(1).strip().matches("\"_{0,2}[A-Z][A-Z0-9_]*\" ?:.*");
  }

  @Override
  public void accept(byte[] chunk, int offset, int length) {
    objects.accept(chunk, offset, length);
  }

  @Override
  public void finish() {
    objects.finish();
  }

  @Override
  public List<String> dialect() {
    return List.of("journal json");
  }

  @Override
  public List<Trouble> troubles() {
    return troubles.list();
  }

  @Override
  public void object(String text, long line) {
    Place.Line place = new Place.Line(origin, line);
    try {
      JournalFields fields = new JournalFields();
      fields.putAll(JsonFields.read(text, JournalFields.NAMES));
      fields.record(place).ifPresent(out);
    } catch (JacksonException no_json) {
      troubles.add(place, "no JSON object: " + no_json.getOriginalMessage());
    }
  }

  @Override
  public void damaged(String what, long line) {
    troubles.add(new Place.Line(origin, line), what);
  }
}

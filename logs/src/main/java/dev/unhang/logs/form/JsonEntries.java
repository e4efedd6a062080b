package dev.unhang.logs.form;

import dev.unhang.logs.bulk.Lines;
import dev.unhang.logs.record.LogRecord;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Place;
import dev.unhang.model.evidence.Trouble;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;

/// Entries of a log that are JSON objects: each becomes a record, or a trouble that says why not.
final class JsonEntries implements JsonObjects.Taker {
  private final Origin origin;
  private final Set<String> names;
  private final Meaning meaning;
  private final Consumer<LogRecord> out;
  private final Troubles troubles = new Troubles();

  /// What an entry's fields say.
  interface Meaning {
    /// @param fields those asked for that are there
    /// @return empty where the entry is no record
    Optional<LogRecord> record(Map<String, String> fields, Place.Line place);
  }

  /// @param names of the fields that are read
  JsonEntries(Origin origin, Set<String> names, Meaning meaning, Consumer<LogRecord> out) {
    this.origin = origin;
    this.names = names;
    this.meaning = meaning;
    this.out = out;
  }

  /// A line that holds one entry, or nothing.
  ///
  /// @param cut whether its end was left out for being too long
  void line(String text, long number, boolean cut) {
    if (cut) {
      damaged("entry is longer than " + Lines.MAX_BYTES + " bytes, left out", number);
    } else if (!text.isBlank()) {
      object(text, number);
    }
  }

  @Override
  public void object(String text, long line) {
    Place.Line place = new Place.Line(origin, line);
    try {
      meaning.record(JsonFields.read(text, names), place).ifPresent(out);
    } catch (JacksonException no_json) {
      troubles.add(place, "no JSON object: " + no_json.getOriginalMessage());
    }
  }

  @Override
  public void damaged(String what, long line) {
    troubles.add(new Place.Line(origin, line), what);
  }

  List<Trouble> troubles() {
    return troubles.list();
  }
}

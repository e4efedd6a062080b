package dev.unhang.diagnose.log;

import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Place;
import dev.unhang.model.evidence.Trouble;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// `journalctl -o json`: one entry a line. Records keep their borders, their dictionaries and their
/// boots.
///
/// Man: systemd.journal-fields(7); doc: systemd "Journal JSON Format": a field that is no UTF-8 is
/// an array of bytes, one that is too long is null, one that occurs twice is an array of strings
public final class JournalJson implements RecordSource {
  private static final int MAX_TROUBLES = 20;

  private final Origin origin;
  private final Consumer<LogRecord> out;
  private final Lines lines = new Lines(this::line);
  private final List<Trouble> troubles = new ArrayList<>();
  private final JsonFactory json = new JsonFactory();

  public JournalJson(Origin origin, Consumer<LogRecord> out) {
    this.origin = origin;
    this.out = out;
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
    return List.copyOf(troubles);
  }

  private void line(String text, long number, boolean cut) {
    if (text.isBlank()) {
      return;
    }
    Place.Line place = new Place.Line(origin, number);
    if (cut) {
      trouble(place, "entry is longer than " + Lines.MAX_BYTES + " bytes, left out");
      return;
    }
    try {
      record(fields(text), place).ifPresent(out);
    } catch (JacksonException no_json) {
      trouble(place, "no JSON object: " + no_json.getOriginalMessage());
    }
  }

  private void trouble(Place place, String what) {
    if (troubles.size() < MAX_TROUBLES) {
      troubles.add(new Trouble(place, what));
    }
  }

  private static Optional<LogRecord> record(Map<String, String> values, Place.Line line) {
    JournalFields fields = new JournalFields();
    fields.putAll(values);
    return fields.record(line);
  }

  private Map<String, String> fields(String entry) {
    Map<String, String> fields = new HashMap<>();
    try (JsonParser parser = json.createParser(ObjectReadContext.empty(), entry)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return fields;
      }
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = parser.currentName();
        String value = value(parser, parser.nextToken());
        if (value != null) {
          fields.putIfAbsent(name, value);
        }
      }
    }
    return fields;
  }

  private static @Nullable String value(JsonParser parser, JsonToken token) {
    return switch (token) {
      case VALUE_STRING, VALUE_NUMBER_INT -> parser.getString();
      case START_ARRAY -> array(parser);
      case START_OBJECT -> {
        parser.skipChildren();
        yield null;
      }
      default -> null;
    };
  }

  private static @Nullable String array(JsonParser parser) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    String first = null;
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY && token != null;
        token = parser.nextToken()) {
      if (token == JsonToken.VALUE_NUMBER_INT) {
        bytes.write(parser.getIntValue());
      } else if (token == JsonToken.VALUE_STRING && first == null) {
        first = parser.getString();
      } else {
        parser.skipChildren();
      }
    }
    return first == null ? bytes.toString(StandardCharsets.UTF_8) : first;
  }
}

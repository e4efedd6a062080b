package dev.unhang.logs.form;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// One flat JSON object as fields. What is nested in it is passed over.
///
/// Doc: systemd "Journal JSON Format": a field that is no UTF-8 is an array of bytes, one that is
/// too long is null, one that occurs twice is an array of strings
final class JsonFields {
  private static final JsonFactory JSON = new JsonFactory();

  private JsonFields() {}

  /// The fields of these names.
  ///
  /// @throws tools.jackson.core.JacksonException where the text is no JSON
  static Map<String, String> read(String object, Set<String> names) {
    Map<String, String> fields = new HashMap<>();
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), object)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return fields;
      }
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = parser.currentName();
        String value = value(parser, parser.nextToken());
        if (value != null && names.contains(name)) {
          fields.putIfAbsent(name, value);
        }
      }
    }
    return fields;
  }

  private static @Nullable String value(JsonParser parser, JsonToken token) {
    return switch (token) {
      case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getString();
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

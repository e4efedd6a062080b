package dev.unhang.hosts.outputs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// A JSON array of objects, element by element, each as a tree of maps, lists and strings: what is
/// damaged ends it, and what came before holds.
final class JsonArray {
  private static final JsonFactory JSON = new JsonFactory();

  /// `ip -j` nests five deep.
  private static final int MAX_DEPTH = 16;

  private static final int MAX = 100_000;

  private JsonArray() {}

  /// The objects that are whole.
  ///
  /// @param notes told where it breaks off
  static List<Map<String, Object>> read(PastedText text, Notes notes) {
    List<Map<String, Object>> objects = new ArrayList<>();
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text.text())) {
      if (parser.nextToken() != JsonToken.START_ARRAY) {
        notes.trouble(0, "no JSON array");
        return objects;
      }
      JsonToken token = parser.nextToken();
      while (token == JsonToken.START_OBJECT && objects.size() < MAX) {
        objects.add(object(parser, 0));
        token = parser.nextToken();
      }
      if (token != JsonToken.END_ARRAY) {
        notes.trouble(0, "the JSON array holds more than objects, or ends too early");
      }
    } catch (JacksonException broken) {
      notes.trouble(0, "JSON that breaks off: " + Notes.shown(broken.getOriginalMessage()));
    }
    return objects;
  }

  private static Map<String, Object> object(JsonParser parser, int depth) {
    Map<String, Object> fields = new HashMap<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      fields.put(name, value(parser, parser.nextToken(), depth + 1));
    }
    return fields;
  }

  /// Numbers stay text: their size is judged where they are used. What is too deep is passed over.
  private static Object value(JsonParser parser, @Nullable JsonToken token, int depth) {
    if (token == null) {
      return "";
    }
    if (depth > MAX_DEPTH) {
      parser.skipChildren();
      return "";
    }
    return switch (token) {
      case START_OBJECT -> object(parser, depth);
      case START_ARRAY -> list(parser, depth);
      case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE ->
          parser.getString();
      default -> "";
    };
  }

  private static List<Object> list(JsonParser parser, int depth) {
    List<Object> items = new ArrayList<>();
    for (JsonToken token = parser.nextToken();
        token != null && token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      items.add(value(parser, token, depth + 1));
    }
    return items;
  }

  /// A field that is text or a number; empty where it is neither.
  static Optional<String> text(Map<String, Object> object, String name) {
    return object.get(name) instanceof String text && !text.isEmpty()
        ? Optional.of(text)
        : Optional.empty();
  }

  /// The texts of a field that is a list.
  static List<String> texts(Map<String, Object> object, String name) {
    List<String> texts = new ArrayList<>();
    if (object.get(name) instanceof List<?> list) {
      for (Object item : list) {
        if (item instanceof String text) {
          texts.add(text);
        }
      }
    }
    return texts;
  }

  /// The objects of a field that is a list, or of one that is an object itself.
  static List<Map<String, Object>> objects(Map<String, Object> object, String name) {
    List<Map<String, Object>> objects = new ArrayList<>();
    Object field = object.get(name);
    for (Object item : field instanceof List<?> list ? list : Arrays.asList(field)) {
      if (item instanceof Map<?, ?> map) {
        Map<String, Object> fields = new HashMap<>();
        map.forEach((key, value) -> fields.put(String.valueOf(key), value));
        objects.add(fields);
      }
    }
    return objects;
  }
}

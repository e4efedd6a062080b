package dev.unhang.app.json;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// A document that unhang wrote for itself, read back: objects, lists, text, numbers and truths.
/// Whoever asks for a field that is not there gets IllegalArgumentException.
public final class JsonDocument {
  private static final JsonFactory JSON = new JsonFactory();

  /// What unhang writes for itself is far flatter.
  private static final int DEEPEST = 8;

  private final Map<String, Object> fields;

  private JsonDocument(Map<String, Object> fields) {
    this.fields = fields;
  }

  /// Throws IllegalArgumentException where it is no such document.
  public static JsonDocument read(String text) {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IllegalArgumentException("no object");
      }
      return object(parser, 0);
    } catch (JacksonException damaged) {
      throw new IllegalArgumentException("damaged", damaged);
    }
  }

  private static JsonDocument object(JsonParser parser, int depth) {
    if (depth > DEEPEST) {
      throw new IllegalArgumentException("too deep");
    }
    Map<String, Object> fields = new HashMap<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      value(parser, depth).ifPresent(value -> fields.put(name, value));
    }
    return new JsonDocument(fields);
  }

  private static Optional<Object> value(JsonParser parser, int depth) {
    return switch (parser.nextToken()) {
      case VALUE_STRING -> Optional.of(parser.getString());
      case VALUE_NUMBER_INT -> Optional.of(parser.getLongValue());
      case VALUE_NUMBER_FLOAT -> Optional.of(parser.getDoubleValue());
      case VALUE_TRUE -> Optional.of(true);
      case VALUE_FALSE -> Optional.of(false);
      case START_OBJECT -> Optional.of(object(parser, depth + 1));
      case START_ARRAY -> Optional.of(list(parser, depth + 1));
      case END_ARRAY, VALUE_NULL -> Optional.empty();
      case null, default -> throw new IllegalArgumentException("another kind of value");
    };
  }

  private static List<Object> list(JsonParser parser, int depth) {
    List<Object> items = new ArrayList<>();
    for (Optional<Object> item = value(parser, depth);
        item.isPresent();
        item = value(parser, depth)) {
      items.add(item.get());
    }
    if (parser.currentToken() != JsonToken.END_ARRAY) {
      throw new IllegalArgumentException("null in a list");
    }
    return items;
  }

  public String text(String name) {
    return optional(name).orElseThrow(() -> new IllegalArgumentException("without " + name));
  }

  public Optional<String> optional(String name) {
    return fields.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
  }

  /// Never negative.
  public long number(String name) {
    return count(name).orElseThrow(() -> new IllegalArgumentException("without " + name));
  }

  /// Never negative; empty where it is null.
  public Optional<Long> count(String name) {
    return fields.get(name) instanceof Long number && number >= 0
        ? Optional.of(number)
        : Optional.empty();
  }

  public boolean flag(String name) {
    return fields.get(name) instanceof Boolean truth && truth;
  }

  public Optional<JsonDocument> object(String name) {
    return fields.get(name) instanceof JsonDocument object ? Optional.of(object) : Optional.empty();
  }

  /// Texts; nothing where there is no such list.
  public List<String> texts(String name) {
    return items(name).stream().filter(String.class::isInstance).map(String.class::cast).toList();
  }

  /// Objects; nothing where there is no such list.
  public List<JsonDocument> objects(String name) {
    return items(name).stream()
        .filter(JsonDocument.class::isInstance)
        .map(JsonDocument.class::cast)
        .toList();
  }

  private List<?> items(String name) {
    return fields.get(name) instanceof List<?> list ? list : List.of();
  }
}

package dev.unhang.testing;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// A JSON value of a `case.json`, asked by name.
public record Json(Object value) {
  public static Json read(Path file) {
    String text = new String(Fixtures.bytes(file), StandardCharsets.UTF_8);
    try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), text)) {
      return new Json(value(parser, parser.nextToken()));
    }
  }

  private static Object value(JsonParser parser, JsonToken token) {
    return switch (token) {
      case START_OBJECT -> {
        Map<String, Object> map = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
          String name = parser.currentName();
          map.put(name, value(parser, parser.nextToken()));
        }
        yield map;
      }
      case START_ARRAY -> {
        List<Object> list = new ArrayList<>();
        for (JsonToken next = parser.nextToken();
            next != JsonToken.END_ARRAY;
            next = parser.nextToken()) {
          list.add(value(parser, next));
        }
        yield list;
      }
      case VALUE_NUMBER_INT -> parser.getLongValue();
      case VALUE_NULL -> Optional.empty();
      default -> parser.getString();
    };
  }

  public Json at(String name) {
    Object found = ((Map<?, ?>) value).get(name);
    if (found == null) {
      throw new IllegalArgumentException("no " + name + " in " + value);
    }
    return new Json(found);
  }

  public boolean has(String name) {
    return ((Map<?, ?>) value).containsKey(name);
  }

  public String text() {
    return value instanceof Optional ? "" : (String) value;
  }

  public long number() {
    return (Long) value;
  }

  public List<Json> list() {
    List<Json> list = new ArrayList<>();
    for (Object each : (List<?>) value) {
      list.add(new Json(each));
    }
    return list;
  }

  public Map<String, String> texts() {
    Map<String, String> map = new LinkedHashMap<>();
    ((Map<?, ?>) value).forEach((name, text) -> map.put((String) name, (String) text));
    return map;
  }
}

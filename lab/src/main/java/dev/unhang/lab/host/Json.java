package dev.unhang.lab.host;

import dev.unhang.lab.LabBroken;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// The JSON that the monitor and the guest agent speak: a message is an object on a line.
///
/// @param members the object's members; a value is a `Map`, `List`, `String`, `Long`, `Double` or
///   `Boolean`, and a member that was null is not there
public record Json(Map<String, Object> members) {

  private static final JsonFactory FACTORY = new JsonFactory();

  /// Reads one object.
  public static Json parse(String text) {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new LabBroken(
            "not a JSON object: " + text, "an unknown version of QEMU or of its guest agent?");
      }
      return new Json(object(parser));
    }
  }

  /// A command of QMP's form, which the guest agent shares.
  public static String command(String name, Map<String, Object> arguments) {
    Map<String, Object> command = new LinkedHashMap<>();
    command.put("execute", name);
    if (!arguments.isEmpty()) {
      command.put("arguments", arguments);
    }
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
      write(generator, command);
    }
    return text.toString();
  }

  /// Whether the object has this member.
  public boolean has(String name) {
    return members.containsKey(name);
  }

  /// The member, if it is a text.
  public Optional<String> text(String name) {
    return members.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
  }

  /// The member, if it is a whole number.
  public Optional<Long> number(String name) {
    return members.get(name) instanceof Long number ? Optional.of(number) : Optional.empty();
  }

  /// Whether the member is the literal true.
  public boolean isTrue(String name) {
    return Boolean.TRUE.equals(members.get(name));
  }

  /// The member, if it is an object; an empty one otherwise.
  public Json object(String name) {
    Map<String, Object> found = new LinkedHashMap<>();
    if (members.get(name) instanceof Map<?, ?> map) {
      map.forEach((key, value) -> found.put(String.valueOf(key), value));
    }
    return new Json(found);
  }

  /// The objects of the list that the member is; none where it is no list.
  public List<Json> objects(String name) {
    List<Json> found = new ArrayList<>();
    if (members.get(name) instanceof List<?> list) {
      list.forEach(each -> found.add(new Json(Map.of("each", each)).object("each")));
    }
    return found;
  }

  private static Map<String, Object> object(JsonParser parser) {
    Map<String, Object> object = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      JsonToken token = parser.nextToken();
      value(parser, token).ifPresent(value -> object.put(name, value));
    }
    return object;
  }

  private static List<Object> list(JsonParser parser) {
    List<Object> list = new ArrayList<>();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      value(parser, token).ifPresent(list::add);
    }
    return list;
  }

  private static Optional<Object> value(JsonParser parser, JsonToken token) {
    return switch (token) {
      case START_OBJECT -> Optional.of(object(parser));
      case START_ARRAY -> Optional.of(list(parser));
      case VALUE_STRING -> Optional.of(parser.getString());
      case VALUE_NUMBER_INT -> Optional.of(parser.getLongValue());
      case VALUE_NUMBER_FLOAT -> Optional.of(parser.getDoubleValue());
      case VALUE_TRUE -> Optional.of(true);
      case VALUE_FALSE -> Optional.of(false);
      case VALUE_NULL -> Optional.empty();
      default -> throw new LabBroken("unexpected JSON token " + token, "a broken line from QEMU?");
    };
  }

  private static void write(JsonGenerator generator, Object value) {
    switch (value) {
      case Map<?, ?> map -> {
        generator.writeStartObject();
        map.forEach((name, member) -> {
          generator.writeName(String.valueOf(name));
          write(generator, member);
        });
        generator.writeEndObject();
      }
      case List<?> list -> {
        generator.writeStartArray();
        list.forEach(element -> write(generator, element));
        generator.writeEndArray();
      }
      case Boolean flag -> generator.writeBoolean(flag);
      case Long number -> generator.writeNumber(number);
      default -> generator.writeString(value.toString());
    }
  }
}

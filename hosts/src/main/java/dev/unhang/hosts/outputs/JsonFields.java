package dev.unhang.hosts.outputs;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// The plain fields of one JSON object, and of the objects in it as `outer.inner`. Numbers and
/// truths stay text; null and lists are left out.
final class JsonFields {
  /// What is read here nests no deeper.
  private static final int MAX_DEPTH = 2;

  private final Map<String, String> fields = new HashMap<>();
  private final String place;

  private JsonFields(String place) {
    this.place = place;
  }

  /// The object whose beginning was just read.
  ///
  /// @param place what to call it where something is wrong
  static JsonFields read(JsonParser parser, String place) {
    JsonFields read = new JsonFields(place);
    read.object(parser, "", 1);
    return read;
  }

  private void object(JsonParser parser, String before, int depth) {
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = before + parser.currentName();
      JsonToken value = parser.nextToken();
      if (value == JsonToken.START_OBJECT && depth < MAX_DEPTH) {
        object(parser, name + ".", depth + 1);
      } else if (value == JsonToken.START_OBJECT || value == JsonToken.START_ARRAY) {
        parser.skipChildren();
      } else if (value != null && value != JsonToken.VALUE_NULL) {
        fields.put(name, parser.getString());
      }
    }
  }

  boolean has(String name) {
    return fields.containsKey(name);
  }

  /// A field that must be there.
  String text(String name) throws TopologyDocument.Wrong {
    String text = fields.get(name);
    if (text == null) {
      throw new TopologyDocument.Wrong(place + " has no '" + name + "'");
    }
    return text;
  }

  Optional<String> textOrNull(String name) {
    return Optional.ofNullable(fields.get(name));
  }

  /// A field with one of our own words in it: `ovs-bridge`.
  <E extends Enum<E>> E constant(String name, Class<E> of) throws TopologyDocument.Wrong {
    String text = text(name);
    for (E each : of.getEnumConstants()) {
      if (each.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(text)) {
        return each;
      }
    }
    throw new TopologyDocument.Wrong(place + " has '" + name + "': '" + text + "'");
  }
}

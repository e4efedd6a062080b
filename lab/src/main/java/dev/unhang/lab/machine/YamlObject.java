package dev.unhang.lab.machine;

import dev.unhang.lab.LabBroken;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/// A mapping of a YAML file that knows where it stands in it, and which of its keys were asked for.
final class YamlObject {

  private final String place;
  private final Map<?, ?> members;
  private final Set<String> known = new TreeSet<>();

  private YamlObject(String place, Map<?, ?> members) {
    this.place = place;
    this.members = members;
  }

  static YamlObject of(String place, Object value) {
    if (value instanceof Map<?, ?> members) {
      return new YamlObject(place, members);
    }
    throw problem(place, "is not a mapping of keys to values");
  }

  /// The mapping below a key.
  YamlObject object(String key) {
    return of(at(key), member(key));
  }

  /// A text. A number is its text: `id: 100` needs no quotes.
  String text(String key) {
    return word(at(key), member(key));
  }

  /// These keys, all of them, and no others.
  Map<String, String> texts(String... keys) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String key : keys) {
      texts.put(key, text(key));
    }
    nothingElse();
    return texts;
  }

  /// A list of texts.
  List<String> words(String key) {
    List<String> words = new ArrayList<>();
    for (Object element : list(key)) {
      words.add(word(at(key) + "[" + words.size() + "]", element));
    }
    return words;
  }

  /// A list of mappings, each read whole by `reader`.
  <T> List<T> each(String key, Function<YamlObject, T> reader) {
    List<T> read = new ArrayList<>();
    for (Object element : list(key)) {
      YamlObject object = of(at(key) + "[" + read.size() + "]", element);
      try {
        read.add(reader.apply(object));
      } catch (IllegalArgumentException rejected) {
        throw problem(object.place, String.valueOf(rejected.getMessage()));
      }
      object.nothingElse();
    }
    return read;
  }

  /// Refuses keys that nobody asked for.
  void nothingElse() {
    for (Object key : members.keySet()) {
      if (!known.contains(String.valueOf(key))) {
        throw problem(
            at(String.valueOf(key)), "is not known; known here: " + String.join(", ", known));
      }
    }
  }

  private List<?> list(String key) {
    if (member(key) instanceof List<?> list) {
      return list;
    }
    throw problem(at(key), "is not a list");
  }

  private Object member(String key) {
    known.add(key);
    return Optional.<Object>ofNullable(members.get(key))
        .orElseThrow(() -> problem(at(key), "is missing"));
  }

  private String at(String key) {
    return place + (place.endsWith(".yaml") ? ": " : ".") + key;
  }

  private static String word(String place, Object value) {
    return switch (value) {
      case String text -> text;
      case Integer number -> number.toString();
      default -> throw problem(place, "is not a text");
    };
  }

  private static LabBroken problem(String place, String what) {
    return new LabBroken(place + " " + what, "correct the machine file");
  }
}

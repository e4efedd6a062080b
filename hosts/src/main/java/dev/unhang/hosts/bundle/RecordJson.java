package dev.unhang.hosts.bundle;

import dev.unhang.model.evidence.Content;
import dev.unhang.model.id.IpAddress;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Values made of records as values made of maps, lists, text, words of ours (constants of enums),
/// numbers and booleans, which JSON can hold. A record is a map of its components; one of a sealed
/// kind says by `is` which it is; one with a single component is that component. [JsonRecord] is
/// the way back.
final class RecordJson {
  /// Which of a sealed kind a record is.
  static final String IS = "is";

  /// Content that is no UTF-8.
  static final String BASE64 = "base64";

  private RecordJson() {}

  /// `null` is an empty Optional.
  static Optional<Object> of(Object value) {
    return switch (value) {
      case Optional<?> optional -> optional.flatMap(RecordJson::of);
      case List<?> list -> Optional.of(list.stream().map(each -> of(each).orElseThrow()).toList());
      case Content content -> Optional.of(content(content));
      case IpAddress address -> Optional.of(address.toString());
      case Enum<?> word -> Optional.of(word);
      case Record record -> Optional.of(record(record));
      default -> Optional.of(value);
    };
  }

  static boolean isOfSealedKind(Class<?> type) {
    return Arrays.stream(type.getInterfaces()).anyMatch(Class::isSealed);
  }

  private static Object record(Record record) {
    RecordComponent[] components = record.getClass().getRecordComponents();
    boolean isKind = isOfSealedKind(record.getClass());
    if (components.length == 1 && !isKind) {
      return of(component(record, components[0])).orElseThrow();
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    if (isKind) {
      fields.put(IS, record.getClass().getSimpleName());
    }
    for (RecordComponent each : components) {
      of(component(record, each)).ifPresent(value -> fields.put(each.getName(), value));
    }
    return fields;
  }

  private static Object component(Record record, RecordComponent component) {
    try {
      return component.getAccessor().invoke(record);
    } catch (IllegalAccessException | InvocationTargetException hidden) {
      throw new IllegalStateException(hidden);
    }
  }

  private static Object content(Content content) {
    String text = content.utf8();
    return Arrays.equals(text.getBytes(StandardCharsets.UTF_8), content.bytes())
        ? text
        : Map.of(BASE64, Base64.getEncoder().encodeToString(content.bytes()));
  }
}

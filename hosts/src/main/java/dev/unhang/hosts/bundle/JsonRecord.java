package dev.unhang.hosts.bundle;

import dev.unhang.model.evidence.Content;
import dev.unhang.model.id.IpAddress;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The way back from [RecordJson]: any text that a stranger wrote is held to the type that the
/// question has.
final class JsonRecord {
  /// Paths have 4096 bytes at most.
  private static final int MAX_NAME = 4096;

  private JsonRecord() {}

  /// @param json maps, lists, text, numbers and booleans
  /// @throws IllegalArgumentException where it is no such value
  static Object read(Object json, Type type) {
    return read(json, type, Map.of());
  }

  private static Object read(
      @Nullable Object json, Type type, Map<TypeVariable<?>, Type> arguments) {
    return switch (type) {
      case TypeVariable<?> variable ->
          read(json, require(arguments.get(variable), "a type"), arguments);
      case ParameterizedType generic -> generic(json, generic, arguments);
      case Class<?> plain -> plain(json, plain, List.of());
      default -> throw new IllegalStateException("no record has a " + type);
    };
  }

  private static Object generic(
      @Nullable Object json, ParameterizedType type, Map<TypeVariable<?>, Type> outer) {
    List<Type> arguments =
        Arrays.stream(type.getActualTypeArguments())
            .map(each ->
                each instanceof TypeVariable<?> name ? outer.getOrDefault(name, each) : each)
            .toList();
    Class<?> raw = (Class<?>) type.getRawType();
    if (raw == Optional.class) {
      return json == null ? Optional.empty() : Optional.of(read(json, arguments.getFirst(), outer));
    }
    if (raw == List.class) {
      List<Object> items = new ArrayList<>();
      for (Object item : as(List.class, json)) {
        items.add(read(item, arguments.getFirst(), outer));
      }
      return List.copyOf(items);
    }
    return plain(json, raw, arguments);
  }

  private static Object plain(@Nullable Object json, Class<?> type, List<Type> arguments) {
    if (type == String.class) {
      return as(String.class, json);
    }
    if (type == boolean.class || type == Boolean.class) {
      return as(Boolean.class, json);
    }
    if (type == long.class || type == Long.class) {
      return as(Long.class, json);
    }
    if (type == int.class || type == Integer.class) {
      return number(as(Long.class, json));
    }
    if (type == Content.class) {
      return content(json);
    }
    if (type == IpAddress.class) {
      return IpAddress.parse(as(String.class, json))
          .orElseThrow(() -> new IllegalArgumentException("no address: " + json));
    }
    if (type.isEnum()) {
      return word(as(String.class, json), type);
    }
    return type.isSealed()
        ? record(json, variant(as(Map.class, json), type), arguments)
        : record(json, type, arguments);
  }

  private static int number(long value) {
    if (value < Integer.MIN_VALUE || value > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("too large: " + value);
    }
    return (int) value;
  }

  private static Object content(@Nullable Object json) {
    if (json instanceof Map<?, ?> map) {
      String text = as(String.class, map.get(RecordJson.BASE64));
      return Content.of(Base64.getDecoder().decode(text));
    }
    return Content.of(as(String.class, json));
  }

  private static Object word(String name, Class<?> type) {
    for (Object each : type.getEnumConstants()) {
      if (((Enum<?>) each).name().equals(name)) {
        return each;
      }
    }
    throw new IllegalArgumentException("no " + type.getSimpleName() + ": " + name);
  }

  private static Class<?> variant(Map<?, ?> json, Class<?> type) {
    for (Class<?> each : type.getPermittedSubclasses()) {
      if (each.getSimpleName().equals(json.get(RecordJson.IS))) {
        return each;
      }
    }
    throw new IllegalArgumentException("no " + type.getSimpleName() + " is " + json.get("is"));
  }

  /// The variants of a generic kind have its type parameters, in its order.
  private static Object record(@Nullable Object json, Class<?> type, List<Type> arguments) {
    Map<TypeVariable<?>, Type> bound = new HashMap<>();
    TypeVariable<?>[] names = type.getTypeParameters();
    for (int i = 0; i < names.length; i++) {
      bound.put(names[i], arguments.get(i));
    }
    RecordComponent[] components = type.getRecordComponents();
    boolean isBare = components.length == 1 && !RecordJson.isOfSealedKind(type);
    if (isBare && json instanceof String name && name.length() > MAX_NAME) {
      throw new IllegalArgumentException("a name of " + name.length() + " characters");
    }
    Object[] values = new Object[components.length];
    for (int i = 0; i < values.length; i++) {
      Object field = isBare ? json : as(Map.class, json).get(components[i].getName());
      values[i] = read(field, components[i].getGenericType(), bound);
    }
    return make(type, components, values);
  }

  private static Object make(Class<?> type, RecordComponent[] components, Object[] values) {
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      return constructor.newInstance(values);
    } catch (InvocationTargetException refused) {
      throw new IllegalArgumentException(
          "no " + type.getSimpleName() + ": " + refused.getTargetException().getMessage(), refused);
    } catch (ReflectiveOperationException hidden) {
      throw new IllegalStateException(hidden);
    }
  }

  private static <T> T as(Class<T> type, @Nullable Object json) {
    if (!type.isInstance(json)) {
      throw new IllegalArgumentException("no " + type.getSimpleName() + " where one must be");
    }
    return type.cast(json);
  }

  private static <T> T require(@Nullable T value, String what) {
    if (value == null) {
      throw new IllegalArgumentException("without " + what);
    }
    return value;
  }
}

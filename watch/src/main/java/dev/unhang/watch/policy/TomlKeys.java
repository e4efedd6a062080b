package dev.unhang.watch.policy;

import dev.unhang.model.host.HostPath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/// Reads the keys of one TOML document, and notes each that is wrong with its place.
final class TomlKeys {
  private final List<PolicyFault> faults = new ArrayList<>();
  private final TomlParseResult toml;

  TomlKeys(TomlParseResult toml) {
    this.toml = toml;
    toml.errors()
        .forEach(error ->
            fault(error.position(), firstLine(String.valueOf(error.getMessage())), "see toml.io"));
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("it is no TOML");
  }

  /// The document's own keys.
  TomlTable root() {
    return toml;
  }

  /// In the order of their places.
  List<PolicyFault> faults() {
    List<PolicyFault> sorted = new ArrayList<>(faults);
    sorted.sort(Comparator.comparingInt(PolicyFault::line).thenComparingInt(PolicyFault::column));
    return sorted;
  }

  /// A table; empty where there is none, or something else, which is a fault.
  ///
  /// @param instead how it is written
  Optional<TomlTable> table(List<String> path, String instead) {
    Object found = toml.get(path);
    if (found == null || found instanceof TomlTable) {
      return Optional.ofNullable((TomlTable) found);
    }
    fault(path, path.getLast() + " is no table", "write " + instead);
    return Optional.empty();
  }

  /// One of some words.
  <T> T word(
      List<String> path,
      TomlTable table,
      String key,
      T otherwise,
      T[] values,
      Function<T, String> words) {
    Object found = table.get(List.of(key));
    if (found == null) {
      return otherwise;
    }
    for (T value : values) {
      if (words.apply(value).equals(found)) {
        return value;
      }
    }
    fault(
        below(path, key),
        key + " is " + shown(found),
        "write one of: "
            + Stream.of(values)
                .map(value -> "\"" + words.apply(value) + "\"")
                .collect(Collectors.joining(", ")));
    return otherwise;
  }

  /// The full path of a file.
  Optional<HostPath> file(List<String> path, TomlTable table, String key, String example) {
    Object found = table.get(List.of(key));
    if (found == null) {
      return Optional.empty();
    }
    if (found instanceof String file && file.startsWith("/") && file.indexOf('\0') < 0) {
      return Optional.of(new HostPath(file));
    }
    fault(below(path, key), key + " is " + shown(found), "write its full path: " + example);
    return Optional.empty();
  }

  static String shown(@Nullable Object value) {
    return switch (value) {
      case String text -> "\"" + text + "\"";
      case Long number -> number.toString();
      case Boolean truth -> truth.toString();
      case null, default -> "something else";
    };
  }

  /// A key that is passed over would let the watch do what it was told not to.
  void refuseUnknown(List<String> path, TomlTable table, Set<String> known) {
    for (String key : table.keySet()) {
      if (!known.contains(key)) {
        fault(
            below(path, key),
            "there is no key \"" + key + "\"",
            "use one of: " + String.join(", ", new TreeSet<>(known)));
      }
    }
  }

  static List<String> below(List<String> path, String key) {
    return Stream.concat(path.stream(), Stream.of(key)).toList();
  }

  void fault(List<String> path, String why, String hint) {
    TomlPosition at = toml.inputPositionOf(path);
    fault(at == null ? TomlPosition.positionAt(1, 1) : at, why, hint);
  }

  private void fault(TomlPosition at, String why, String hint) {
    faults.add(new PolicyFault(at.line(), at.column(), why, hint));
  }
}

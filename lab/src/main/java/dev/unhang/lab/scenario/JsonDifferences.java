package dev.unhang.lab.scenario;

import dev.unhang.lab.host.Json;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Where two JSON documents of unhang say different things, by path. What changes from second to
/// second, and the words on where a value was read, are left out.
final class JsonDifferences {
  private static final Set<String> LEFT_OUT =
      Set.of("origin", "counters", "statistics", "queues", "registers", "carrierChanges");

  private final List<String> found = new ArrayList<>();

  private JsonDifferences() {}

  static List<String> between(String one, String other) {
    JsonDifferences differences = new JsonDifferences();
    differences.compare("", Json.parse(one).members(), Json.parse(other).members());
    return List.copyOf(differences.found);
  }

  private void compare(String path, Object one, Object other) {
    if (one instanceof Map<?, ?> left && other instanceof Map<?, ?> right) {
      Set<Object> names = new LinkedHashSet<>(left.keySet());
      names.addAll(right.keySet());
      for (Object name : names) {
        if (!LEFT_OUT.contains(String.valueOf(name))) {
          compare(
              path + "/" + name,
              left.containsKey(name) ? left.get(name) : "nothing",
              right.containsKey(name) ? right.get(name) : "nothing");
        }
      }
    } else if (one instanceof List<?> left
        && other instanceof List<?> right
        && left.size() == right.size()) {
      for (int i = 0; i < left.size(); i++) {
        compare(path + "/" + i, left.get(i), right.get(i));
      }
    } else if (!one.equals(other)) {
      found.add(path + ": " + one + " and " + other);
    }
  }
}

package dev.unhang.app.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.testing.Fixtures;
import dev.unhang.testing.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every key that a schema has can be explained, and no other is listed.
class JsonKeysTest {
  private static Set<String> keys() throws IOException {
    Set<String> keys = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    try (Stream<Path> files = Files.list(Fixtures.ROOT.resolve("docs/schema"))) {
      files.forEach(file -> collect(Json.read(file).value(), keys));
    }
    return keys;
  }

  private static void collect(Object schema, Set<String> keys) {
    if (schema instanceof Map<?, ?> map) {
      if (map.get("properties") instanceof Map<?, ?> properties) {
        properties.keySet().forEach(key -> keys.add(String.valueOf(key)));
      }
      map.values().forEach(each -> collect(each, keys));
    } else if (schema instanceof List<?> list) {
      list.forEach(each -> collect(each, keys));
    }
  }

  @Test
  void aKeyOfASchemaIsExplained() throws IOException {
    JsonKeys known = new JsonKeys();
    assertThat(keys())
        .hasSizeGreaterThan(250)
        .allSatisfy(key -> assertThat(known.of(key)).as(key).isPresent());
  }

  @Test
  void noKeyIsExplainedThatNoSchemaHas() throws IOException {
    assertThat(keys()).containsAll(new JsonKeys().all());
  }
}

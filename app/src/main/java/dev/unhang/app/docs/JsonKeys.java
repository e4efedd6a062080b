package dev.unhang.app.docs;

import dev.unhang.model.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The keys of our JSON documents, each with what it says: json-keys.tsv.
public final class JsonKeys {
  private static final int COLUMNS = 2;

  private final Map<String, String> keys = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  public JsonKeys() {
    for (List<String> row : Table.read(JsonKeys.class, "json-keys.tsv", COLUMNS).rows()) {
      keys.put(row.getFirst(), row.getLast());
    }
  }

  /// What a key says; empty where there is none of that name.
  public Optional<String> of(String key) {
    return Optional.ofNullable(keys.get(key)).map(meaning -> key + " (key in JSON): " + meaning);
  }

  /// All of them, in order.
  public List<String> all() {
    return new ArrayList<>(keys.keySet());
  }
}

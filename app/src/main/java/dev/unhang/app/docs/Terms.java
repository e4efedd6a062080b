package dev.unhang.app.docs;

import dev.unhang.model.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Words that commands take, and words of the screens, a paragraph each: terms.tsv.
public final class Terms {
  private static final int COLUMNS = 2;

  private final Map<String, String> words = new TreeMap<>();

  public Terms() {
    for (List<String> row : Table.read(Terms.class, "terms.tsv", COLUMNS).rows()) {
      words.put(row.getFirst(), row.getLast());
    }
  }

  /// What a word means; empty where it is none of them.
  public Optional<String> of(String word) {
    return Optional.ofNullable(words.get(word.toLowerCase(Locale.ROOT)));
  }

  /// All of them, in order.
  public List<String> all() {
    return new ArrayList<>(words.keySet());
  }
}

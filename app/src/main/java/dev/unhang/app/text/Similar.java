package dev.unhang.app.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Which word was meant by one that is not there: the one that takes the fewest letters to be put
/// in, left out or exchanged, if they are few.
public final class Similar {
  private static final int MAX_LENGTH = 64;

  private Similar() {}

  /// The nearest; empty where none is near enough to be a slip of the finger.
  public static Optional<String> to(String word, Collection<String> known) {
    if (word.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    int most = Math.max(1, word.length() / 4);
    return known.stream()
        .filter(each -> each.length() <= MAX_LENGTH && distance(word, each) <= most)
        .min(Comparator.comparingInt((String each) -> distance(word, each)).thenComparing(e -> e));
  }

  /// `; did you mean eno1?`, or nothing.
  public static String question(String word, Collection<String> known) {
    return to(word, known).map(near -> "; did you mean " + near + "?").orElse("");
  }

  /// The same of words that were found near by another search, the nearest first.
  public static String question(List<String> near) {
    return near.isEmpty() ? "" : "; did you mean " + near.getFirst() + "?";
  }

  /// Levenshtein's: letters put in, left out or exchanged for another.
  private static int distance(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int column = 0; column <= to.length(); column++) {
      row[column] = column;
    }
    for (int line = 1; line <= from.length(); line++) {
      int diagonal = row[0];
      row[0] = line;
      for (int column = 1; column <= to.length(); column++) {
        int exchanged = diagonal + (from.charAt(line - 1) == to.charAt(column - 1) ? 0 : 1);
        diagonal = row[column];
        row[column] = Math.min(exchanged, 1 + Math.min(row[column], row[column - 1]));
      }
    }
    return row[to.length()];
  }
}

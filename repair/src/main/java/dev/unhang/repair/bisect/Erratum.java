package dev.unhang.repair.bisect;

import java.util.ArrayList;
import java.util.List;

/// What may be wrong with a card: it hangs while all settings of any one cause are on.
///
/// @param causes sets; switching one setting of each off stops it. One that is empty is not stopped
///   by any
/// @param weight how likely it is, before anything was seen
record Erratum(List<Integer> causes, double weight) {
  private static final double ONE = 0.5;
  private static final double EITHER = 0.2;
  private static final double BOTH = 0.2;
  private static final double THREE = 0.05;
  private static final double NONE = 0.05;

  /// All that are thought of: one setting; two, of which either or both have to be off; three that
  /// all have to be off; none of them. Another one is found too, in more runs.
  ///
  /// @param count of settings
  static List<Erratum> all(int count) {
    List<Erratum> all = new ArrayList<>();
    all.add(new Erratum(List.of(0), NONE));
    double pairs = Math.max(1, count * (count - 1) / 2.0);
    double triples = Math.max(1, pairs * (count - 2) / 3.0);
    for (int a = 0; a < count; a++) {
      all.add(new Erratum(List.of(1 << a), ONE / count));
      for (int b = a + 1; b < count; b++) {
        all.add(new Erratum(List.of(1 << a | 1 << b), EITHER / pairs));
        all.add(new Erratum(List.of(1 << a, 1 << b), BOTH / pairs));
        for (int c = b + 1; c < count; c++) {
          all.add(new Erratum(List.of(1 << a, 1 << b, 1 << c), THREE / triples));
        }
      }
    }
    return all;
  }

  /// Whether it is stopped by what is off.
  boolean stoppedBy(int off) {
    for (int cause : causes) {
      if ((cause & off) == 0) {
        return false;
      }
    }
    return true;
  }
}

package dev.unhang.findings.cases;

import dev.unhang.model.finding.Finding;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// One line of a case: what a rule must say of a NIC.
///
/// ```
/// fires: transmit-unit-hangs eno1 certain
/// rules out: transmit-unit-hangs eno1
/// leaves open: transmit-unit-hangs eno1
/// is silent: transmit-unit-hangs
/// ```
///
/// @param said one of the four words
/// @param words the rule, the NIC, the confidence, as far as they belong
record Expectation(String said, List<String> words) {
  static final String FIRES = "fires";
  static final String RULES_OUT = "rules out";
  static final String LEAVES_OPEN = "leaves open";
  static final String IS_SILENT = "is silent";

  private static final Map<String, Integer> WORDS =
      Map.of(FIRES, 3, RULES_OUT, 2, LEAVES_OPEN, 2, IS_SILENT, 1);

  static boolean is(String line) {
    return WORDS.containsKey(line.split(":", 2)[0]);
  }

  static Expectation parse(String line) {
    String[] parts = line.split(":", 2);
    List<String> words = List.of(parts[1].strip().split(" +"));
    if (words.size() != WORDS.getOrDefault(parts[0], 0)) {
      throw new IllegalArgumentException("not an expectation: " + line);
    }
    return new Expectation(parts[0], words);
  }

  /// What was said, in the same words.
  static Expectation of(Finding verdict) {
    String rule = verdict.rule().value();
    return switch (verdict) {
      case Finding.Diagnosed found ->
          new Expectation(
              FIRES,
              List.of(rule, found.nic(), found.confidence().word().toLowerCase(Locale.ROOT)));
      case Finding.RuledOut out -> new Expectation(RULES_OUT, List.of(rule, out.nic()));
      case Finding.Undecided open -> new Expectation(LEAVES_OPEN, List.of(rule, open.nic()));
    };
  }

  String rule() {
    return words.getFirst();
  }

  @Override
  public String toString() {
    return said + ": " + String.join(" ", words);
  }
}

package dev.unhang.model.finding;

import dev.unhang.model.id.RuleId;
import dev.unhang.model.id.SourceId;
import java.util.List;
import java.util.Set;

/// What one rule says about one NIC.
public sealed interface Finding {
  /// The rule.
  RuleId rule();

  /// The NIC, as the evidence names it.
  String nic();

  /// The rule applies.
  ///
  /// @param headline what is the matter, one sentence without a final stop
  /// @param because at least one citation: without evidence there is no finding
  /// @param answered whether a setting now in force and kept already answers it
  record Diagnosed(
      RuleId rule,
      String nic,
      String headline,
      Confidence confidence,
      List<Citation> because,
      List<Citation> against,
      List<Advice> advice,
      boolean answered)
      implements Finding {
    public Diagnosed {
      because = List.copyOf(because);
      against = List.copyOf(against);
      advice = List.copyOf(advice);
      if (because.isEmpty()) {
        throw new IllegalArgumentException("a finding must cite: " + rule);
      }
    }

    /// As a rule finds it: what to do is chosen later, when all findings of the NIC are known.
    public Diagnosed(
        RuleId rule,
        String nic,
        String headline,
        Confidence confidence,
        List<Citation> because,
        List<Citation> against,
        boolean answered) {
      this(rule, nic, headline, confidence, because, against, List.of(), answered);
    }

    /// The same with what can be done about it.
    public Diagnosed advised(List<Advice> steps) {
      return new Diagnosed(rule, nic, headline, confidence, because, against, steps, answered);
    }
  }

  /// The rule does not apply, and this is what shows it.
  record RuledOut(RuleId rule, String nic, String headline, List<Citation> because)
      implements Finding {
    public RuledOut {
      because = List.copyOf(because);
      if (because.isEmpty()) {
        throw new IllegalArgumentException("ruling out must cite: " + rule);
      }
    }
  }

  /// It can't be said; these sources would decide.
  ///
  /// @param hint how to get them
  record Undecided(RuleId rule, String nic, String headline, Set<SourceId> missing, String hint)
      implements Finding {
    public Undecided {
      missing = Set.copyOf(missing);
    }
  }
}

package dev.unhang.model.finding;

import dev.unhang.model.facts.HostFacts;
import java.util.List;

/// The facts of a host and what every rule says of them.
public record Report(HostFacts facts, List<Verdict> verdicts) {
  public Report {
    verdicts = List.copyOf(verdicts);
  }

  /// Only what was diagnosed, in the rules' order.
  public List<Verdict.Diagnosed> diagnosed() {
    return verdicts.stream()
        .filter(Verdict.Diagnosed.class::isInstance)
        .map(Verdict.Diagnosed.class::cast)
        .toList();
  }
}

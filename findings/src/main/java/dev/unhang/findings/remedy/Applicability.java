package dev.unhang.findings.remedy;

import dev.unhang.model.finding.Advice;
import dev.unhang.model.finding.Citation;
import java.util.List;
import java.util.Optional;

/// What a remedy is for one NIC.
public sealed interface Applicability {
  /// The advice; empty where there is none to give.
  default Optional<Advice> advice() {
    return Optional.empty();
  }

  /// It can be tried.
  record Applicable(Advice given) implements Applicability {
    @Override
    public Optional<Advice> advice() {
      return Optional.of(given);
    }
  }

  /// It was done already.
  record AlreadyApplied(List<Citation> because) implements Applicability {
    public AlreadyApplied {
      because = List.copyOf(because);
    }
  }

  /// It would do nothing here.
  ///
  /// @param why for a person, a sentence without a final stop
  record NoEffect(String why, List<Citation> because) implements Applicability {
    public NoEffect {
      because = List.copyOf(because);
    }
  }

  /// It is not for NICs of this kind, or what would tell was not read.
  record NotApplicable() implements Applicability {}
}

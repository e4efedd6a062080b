package dev.unhang.model.nic;

import java.util.List;
import java.util.Optional;

/// Every NIC of a host.
///
/// @param guest what kind of guest the host is itself; empty where it is none or that was not read
/// @param nics by name
public record NicSurvey(Optional<String> guest, List<SurveyedNic> nics) {
  public NicSurvey {
    nics = List.copyOf(nics);
  }
}

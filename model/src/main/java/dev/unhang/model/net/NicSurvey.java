package dev.unhang.model.net;

import dev.unhang.model.evidence.Origin;
import java.util.List;
import java.util.Optional;

/// Every NIC of a host.
///
/// @param guest what kind of guest the host is itself; empty where it is none or that was not read
/// @param machineOrigin what told of the machine; empty where nothing did
/// @param nics by name
/// @param withoutInterface network controllers that no interface here belongs to; empty where
///   interfaces were asked for by name
public record NicSurvey(
    Optional<String> guest,
    Machine machine,
    Optional<Origin> machineOrigin,
    List<SurveyedNic> nics,
    List<IdleNic> withoutInterface) {
  public NicSurvey {
    nics = List.copyOf(nics);
    withoutInterface = List.copyOf(withoutInterface);
  }
}

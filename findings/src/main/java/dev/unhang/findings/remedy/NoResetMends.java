package dev.unhang.findings.remedy;

import dev.unhang.findings.nic.NicCase;
import dev.unhang.findings.nic.OffTheBus;
import dev.unhang.findings.nic.StoppedDma;
import dev.unhang.model.finding.Citation;
import java.util.List;
import java.util.Optional;

/// States of a NIC that no reset of its adapter mends.
final class NoResetMends {
  private NoResetMends() {}

  /// Why a reset is pointless; empty where it may help.
  static Optional<Applicability> of(NicCase nic) {
    List<Citation> gone = OffTheBus.evidence(nic);
    if (!gone.isEmpty() && OffTheBus.isThere(nic).isEmpty()) {
      return Optional.of(
          new Applicability.NoEffect(
              "the device is off the bus: a reset can stop the host's whole network", gone));
    }
    List<Citation> stopped = StoppedDma.forbidden(nic);
    return stopped.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Applicability.NoEffect("a reset does not give the NIC the bus back", stopped));
  }
}

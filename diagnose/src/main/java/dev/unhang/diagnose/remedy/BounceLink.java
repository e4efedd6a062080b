package dev.unhang.diagnose.remedy;

import dev.unhang.diagnose.nic.NicCase;
import dev.unhang.diagnose.nic.OffTheBus;
import dev.unhang.diagnose.nic.StoppedDma;
import dev.unhang.model.finding.Advice;
import dev.unhang.model.finding.Citation;
import dev.unhang.model.name.StepId;
import java.util.List;
import java.util.Optional;

/// The second mildest cure of a ring that stands still: the interface down and up, for which the
/// driver makes its rings and its interrupt anew. `unhang recover` does it after the mildest one,
/// and puts back the addresses that go with it.
///
/// Kernel: drivers/net/ethernet/intel/e1000e/netdev.c, e1000e_close(), e1000e_open() (v6.1)
public final class BounceLink implements Remedy {
  private static final StepId ID = new StepId("bounce-link");

  @Override
  public StepId id() {
    return ID;
  }

  @Override
  public Fit fit(NicCase nic) {
    List<Citation> gone = OffTheBus.evidence(nic);
    if (!gone.isEmpty()) {
      return new Fit.Pointless(
          "the device is off the bus: a reset can stop the host's whole network", gone);
    }
    List<Citation> stopped = StoppedDma.evidence(nic);
    if (!stopped.isEmpty()) {
      return new Fit.Pointless("a reset does not give the NIC the bus back", stopped);
    }
    return new Fit.Offered(
        new Advice(
            ID,
            "unhang recover " + nic.name(),
            "where that did not help: the interface down and up, its rings are made anew",
            "the link drops for up to 6 s",
            true,
            Optional.empty(),
            "the kernel says NIC Link is Up, and no report follows"));
  }
}

package dev.unhang.findings.remedy;

import dev.unhang.findings.nic.NicCase;
import dev.unhang.findings.nic.OffTheBus;
import dev.unhang.findings.nic.StoppedDma;
import dev.unhang.model.finding.Advice;
import dev.unhang.model.id.StepId;
import dev.unhang.model.plan.ResetStep;
import java.util.Optional;

/// Unbinding and binding the driver: it asks for the bus anew, which no reset of the adapter does.
///
/// Kernel: drivers/net/ethernet/intel/e1000e/netdev.c, e1000_probe() calls pci_set_master() (v6.1)
public final class RebindDriver implements Remedy {
  private static final ResetStep STEP = ResetStep.REBIND_DRIVER;

  @Override
  public StepId id() {
    return STEP.id();
  }

  @Override
  public Applicability fit(NicCase nic) {
    if (StoppedDma.evidence(nic).isEmpty() || !OffTheBus.evidence(nic).isEmpty()) {
      return new Applicability.NotApplicable();
    }
    String driver = nic.driver().orElse("e1000e");
    return new Applicability.Applicable(
        new Advice(
            STEP.id(),
            "unbind and bind " + driver + nic.address().map(pci -> " " + pci).orElse(""),
            "gives the NIC the bus back; write its address to unbind, then to bind, below"
                + " /sys/bus/pci/drivers/"
                + driver,
            "the interface is created again: bridge, VLANs and settings are lost until set again",
            true,
            Optional.empty(),
            "MAC Status shows 80000 again, and both TDH and TDT move"));
  }
}

package dev.unhang.findings.remedy;

import dev.unhang.findings.known.KernelsWithoutReset;
import dev.unhang.findings.nic.NicCase;
import dev.unhang.model.finding.Advice;
import dev.unhang.model.id.StepId;
import java.util.Optional;

/// The last kernel of Proxmox VE 8 in which the core's watchdog still resets an e1000e that hangs.
/// It does not prevent the hang; it makes an outage until an administrator comes one of seconds.
///
/// Kernel: include/linux/netdevice.h, netif_tx_stop_queue() (commit 95ecba62e2fd)
public final class PinKernel implements Remedy {
  private static final StepId ID = new StepId("pin-kernel");
  private static final String LAST = "6.8.12-8-pve";

  @Override
  public StepId id() {
    return ID;
  }

  @Override
  public Applicability fit(NicCase nic) {
    Optional<String> kernel =
        nic.host().machine().kernel().filter(release -> release.endsWith("-pve"));
    if (kernel.isEmpty()
        || !nic.driver().equals(Optional.of("e1000e"))
        || KernelsWithoutReset.source(kernel.get()).isEmpty()) {
      return new Applicability.NotApplicable();
    }
    return new Applicability.Applicable(
        new Advice(
            ID,
            "proxmox-boot-tool kernel pin " + LAST,
            kernel.get()
                + " never resets a hang that goes on; "
                + LAST
                + " does, within seconds; whether it is installed: proxmox-boot-tool kernel list",
            "a reboot into a kernel of Proxmox VE 8, without the security fixes since; it does not"
                + " prevent the hang; back: proxmox-boot-tool kernel unpin",
            false,
            Optional.of("the boot loader"),
            "uname -r, and Reset adapter unexpectedly soon after a hang's first report"));
  }
}

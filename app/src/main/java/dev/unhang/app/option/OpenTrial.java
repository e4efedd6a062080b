package dev.unhang.app.option;

import dev.unhang.app.wiring.Host;
import dev.unhang.hosts.HostReading;
import dev.unhang.model.change.Change;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.id.PciAddress;
import dev.unhang.repair.PendingTrial;
import java.util.List;
import java.util.Optional;

/// What commands do about a NIC that is on trial.
public final class OpenTrial {
  private OpenTrial() {}

  /// The trial of a NIC that goes on.
  public static Optional<PendingTrial> of(
      Host host, List<Change> history, InterfaceName nic, Optional<PciAddress> pci) {
    return PendingTrial.of(history, nic, pci, HostReading.boot(host.view()));
  }

  /// Throws CannotChange where one goes on. A host whose ledger the reader may not see has none
  /// here; what changes it asks again as root.
  public static void requireNone(
      Host host, String what, InterfaceName nic, Optional<PciAddress> pci) {
    of(host, Ledger.readable(host), nic, pci)
        .ifPresent(trial -> {
          throw trial.refuse(what);
        });
  }
}

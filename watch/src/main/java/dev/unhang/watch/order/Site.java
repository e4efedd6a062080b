package dev.unhang.watch.order;

import dev.unhang.hosts.survey.Nics;
import dev.unhang.model.change.ChangeLedger;
import dev.unhang.model.facts.NicFacts;
import dev.unhang.model.host.Clocks;
import dev.unhang.model.host.HostControl;
import dev.unhang.model.host.HostView;
import dev.unhang.model.host.Prober;
import dev.unhang.repair.execute.Executor;
import dev.unhang.repair.recover.RecoveryContext;
import dev.unhang.repair.recover.SendsAgain;
import dev.unhang.watch.sense.WatchedNic;
import java.util.Optional;
import java.util.function.Supplier;

/// The host that is watched, and every way to it.
///
/// @param writer takes the right to change the host; throws where another program has it
public record Site(
    HostView view,
    HostControl control,
    ChangeLedger ledger,
    Clocks clocks,
    Prober prober,
    Supplier<AutoCloseable> writer) {
  RecoveryContext context() {
    return new RecoveryContext(view, clocks);
  }

  Executor executor() {
    return new Executor(view, control, ledger);
  }

  /// The NIC as it is now: by its card, which stays when it is renamed. Empty where it is gone.
  Optional<NicFacts> nic(WatchedNic watched) {
    return Nics.read(view, watched.name()).filter(nic -> nic.pci().equals(watched.pci()));
  }

  SendsAgain sends(NicFacts nic) {
    return new SendsAgain(context(), prober, nic);
  }
}

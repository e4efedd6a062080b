package dev.unhang.app.wiring;

import dev.unhang.linux.probe.LiveProber;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import dev.unhang.model.host.Prober;

/// Which host commands work on, and where the files are that a person names.
public interface Wiring {
  /// The host of commands that name no other.
  Host live();

  /// A host that doesn't run, by its disk.
  ///
  /// @param folder where its root file system is mounted
  HostView mounted(HostPath folder);

  /// A host that doesn't run, whose disk may be changed. Its ledger lies on that disk.
  ///
  /// @param folder where its root file system is mounted
  default Host disk(HostPath folder) {
    return LiveWiring.diskBelow(folder);
  }

  /// The machine the person sits at: their log files and saved outputs.
  HostView here();

  /// Probes from the machine the person sits at.
  default Prober prober() {
    return new LiveProber();
  }
}

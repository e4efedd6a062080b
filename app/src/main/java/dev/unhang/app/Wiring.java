package dev.unhang.app;

import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;

/// Which host commands work on, and where the files are that a person names.
public interface Wiring {
  /// The host of commands that name no other.
  Host live();

  /// A host that doesn't run, by its disk.
  ///
  /// @param folder where its root file system is mounted
  HostView mounted(HostPath folder);

  /// The machine the person sits at: their log files and saved outputs.
  HostView here();
}

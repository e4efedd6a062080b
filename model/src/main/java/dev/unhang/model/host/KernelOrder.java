package dev.unhang.model.host;

import dev.unhang.model.name.InterfaceName;
import java.util.List;

/// A change asked of the running kernel.
public sealed interface KernelOrder {
  /// The NIC it concerns.
  InterfaceName nic();

  /// Switches feature bits, all to one value, in one request.
  ///
  /// @param features kernel names
  ///
  ///   Kernel: net/ethtool/features.c, ethnl_set_features() (v6.1)
  record SetFeatures(InterfaceName nic, List<String> features, boolean on) implements KernelOrder {
    public SetFeatures {
      features = List.copyOf(features);
    }
  }
}

package dev.unhang.config.ethtool;

import dev.unhang.model.net.OffloadGroup;
import java.util.Optional;

/// One group or feature of one interface, switched by a line of configuration.
///
/// @param nic the interface, as the line names it
/// @param feature the only feature of the group that is switched, by its kernel name; empty for the
///   whole group
public record OffloadSwitch(String nic, OffloadGroup group, Optional<String> feature, boolean on) {
  /// By a name that `ethtool -K` takes; empty where it is none of those unhang knows.
  public static Optional<OffloadSwitch> of(String nic, String name, boolean on) {
    return OffloadGroup.switchedBy(name)
        .map(group ->
            new OffloadSwitch(
                nic, group, Optional.of(name).filter(group.switchedApart()::contains), on));
  }
}

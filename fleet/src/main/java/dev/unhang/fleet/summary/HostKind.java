package dev.unhang.fleet.summary;

import dev.unhang.fleet.scan.HostResult;
import dev.unhang.model.facts.Trait;
import java.util.Optional;

/// Hosts that are alike in what a hang depends on most. What was not read is empty, and is a kind
/// of its own.
///
/// @param tso whether segmentation offload is on, as ethtool prints it
public record HostKind(
    Optional<String> chip, Optional<String> driver, Optional<String> kernel, Optional<String> tso) {
  static HostKind of(HostResult host) {
    return new HostKind(
        host.trait(Trait.CHIP),
        host.trait(Trait.DRIVER),
        host.trait(Trait.KERNEL),
        host.trait(Trait.TSO));
  }

  /// Whether enough was read to say that two hosts of it are alike.
  boolean isTold() {
    return driver.isPresent() && kernel.isPresent();
  }
}

package dev.unhang.sim;

import dev.unhang.model.net.Offload;
import dev.unhang.model.net.Offloads;

/// When a card under load stops sending.
@FunctionalInterface
public interface SimErratum {
  /// A card that is sound.
  SimErratum NONE = (offloads, loaded) -> false;

  /// After nine seconds with TCP segmentation offload on: the erratum of the report.
  SimErratum SEGMENTATION =
      (offloads, loaded) -> loaded >= 9 && isOn(offloads, "tx-tcp-segmentation");

  /// Whether it stops now.
  ///
  /// @param loaded seconds under load without a stop
  boolean stops(Offloads offloads, int loaded);

  /// Whether a feature is active, by the kernel's name of it.
  static boolean isOn(Offloads offloads, String feature) {
    return offloads.named(feature).map(Offload::active).orElse(false);
  }
}

package dev.unhang.repair.recover;

import dev.unhang.repair.guard.DeviceState;
import java.util.Optional;

/// Which states of a device no reset by its driver mends.
final class AdapterReset {
  private AdapterReset() {}

  static Optional<String> pointless(DeviceState device) {
    if (!device.answers()) {
      return Optional.of(
          "the device does not answer: a driver that resets it may stop the whole host");
    }
    return device.mayUseBus()
        ? Optional.empty()
        : Optional.of("its bus master bit is off, and a reset does not set it");
  }
}

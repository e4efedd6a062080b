package dev.unhang.repair.guard;

import dev.unhang.model.evidence.Content;
import dev.unhang.model.evidence.Place;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.Trouble;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import dev.unhang.model.id.PciAddress;
import java.util.Optional;

/// A PCI function, as its configuration space tells.
///
/// @param answers whether it is on the bus; a function that is not reads all ones
/// @param mayUseBus its bus master bit; without it neither descriptors nor data move, and no reset
///   of the adapter sets it
///
///   Kernel: include/uapi/linux/pci_regs.h, PCI_COMMAND_MASTER (v6.1)
public record DeviceState(boolean answers, boolean mayUseBus) {
  private static final HostPath DEVICES = new HostPath("/sys/bus/pci/devices");
  private static final int COMMAND = 4;
  private static final int BUS_MASTER = 1 << 2;
  private static final int ALL_ONES = 0xff;

  /// Why it can't send whatever its ring looks like; empty where it can.
  public Optional<String> cannotSend() {
    if (!answers) {
      return Optional.of("the device does not answer on the bus");
    }
    return mayUseBus ? Optional.empty() : Optional.of("its bus master bit is off");
  }

  /// Reads it. A function that is not in the kernel's list has no configuration space here.
  public static Reading<DeviceState> read(HostView host, PciAddress device) {
    Reading<Content> config = host.read(DEVICES.resolve(device.value()).resolve("config"));
    return config instanceof Reading.Read<Content> read && read.value().size() <= COMMAND
        ? new Reading.Unreadable<>(
            new Trouble(
                new Place.Whole(read.origin()), "has only " + read.value().size() + " bytes"),
            read.origin())
        : config.map(DeviceState::of);
  }

  private static DeviceState of(Content config) {
    byte[] bytes = config.bytes();
    return new DeviceState(
        (bytes[0] & ALL_ONES) != ALL_ONES || (bytes[1] & ALL_ONES) != ALL_ONES,
        (bytes[COMMAND] & BUS_MASTER) != 0);
  }
}

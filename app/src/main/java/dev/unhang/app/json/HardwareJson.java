package dev.unhang.app.json;

import dev.unhang.model.evidence.Origin;
import dev.unhang.model.id.PciId;
import dev.unhang.model.net.Chip;
import dev.unhang.model.net.IdleNic;
import dev.unhang.model.net.Machine;
import dev.unhang.model.net.NicDevice;
import dev.unhang.model.net.PciFunction;
import dev.unhang.model.net.PcieLink;
import dev.unhang.model.net.TxQueue;
import dev.unhang.model.net.TxRegisters;
import java.util.Optional;

/// Machines, devices and queues in `unhang.nics/1`. What was not told is null.
final class HardwareJson {
  private HardwareJson() {}

  static void machine(Json json, Machine machine, Optional<Origin> origin) {
    json.string("kernel", machine.kernel())
        .string("vendor", machine.vendor())
        .string("product", machine.product())
        .string("biosVersion", machine.biosVersion())
        .string("biosDate", machine.biosDate())
        .string("origin", origin.map(Origin::name));
  }

  /// `bus` says which fields there are.
  static void device(Json json, NicDevice device) {
    switch (device) {
      case NicDevice.Pci pci -> pci(json, pci);
      case NicDevice.Usb usb ->
          json.string("bus", "usb")
              .string("port", usb.port())
              .string("id", usb.id())
              .string("product", usb.product())
              .string("speedMegabits", usb.speedMegabits());
      case NicDevice.Other other -> json.string("bus", "other").string("name", other.name());
    }
  }

  private static void pci(Json json, NicDevice.Pci pci) {
    PciFunction function = pci.function();
    json.string("bus", "pci")
        .string("address", function.address().value())
        .string("class", function.classCode().map(code -> String.format("%06x", code)))
        .string("id", function.id().map(PciId::toString))
        .string("subsystem", function.subsystem().map(PciId::toString))
        .string("revision", function.revision().map(number -> String.format("%02x", number)))
        .string("vendorName", function.vendorName())
        .string("deviceName", function.deviceName())
        .string("boardVendor", pci.board())
        .string("driver", function.driver())
        .string("family", pci.chip().map(Chip::family))
        .string("mac", pci.chip().flatMap(Chip::mac));
    pci.removable()
        .ifPresentOrElse(
            outside -> json.flag("removable", outside), () -> json.nothing("removable"));
    NicsJson.reading(json, "pcieLink", pci.link(), HardwareJson::link);
  }

  private static void link(Json json, PcieLink link) {
    json.strings("aspmEnabled", link.enabled());
    link.supported()
        .ifPresentOrElse(
            states -> json.strings("aspmSupported", states), () -> json.nothing("aspmSupported"));
    json.string("speed", link.speed()).string("width", link.width());
  }

  static void idle(Json json, IdleNic nic) {
    pci(json, nic.device());
    json.flag("givenToGuest", nic.isGivenAway())
        .string("guest", nic.guest())
        .string("origin", nic.origin().name());
  }

  static void queue(Json json, TxQueue queue) {
    json.number("number", queue.number())
        .number("timeouts", queue.timeouts())
        .number("inFlightBytes", queue.inFlightBytes())
        .number("limitBytes", queue.limitBytes());
  }

  /// Registers in lower-case hexadecimal, as in hang reports.
  static void registers(Json json, TxRegisters registers) {
    json.string("STATUS", Integer.toHexString(registers.status()))
        .string("TCTL", Integer.toHexString(registers.control()))
        .objects(
            "rings",
            registers.rings(),
            (each, ring) ->
                each.string("TDH", Integer.toHexString(ring.head()))
                    .string("TDT", Integer.toHexString(ring.tail()))
                    .number("descriptors", ring.descriptors()));
  }
}

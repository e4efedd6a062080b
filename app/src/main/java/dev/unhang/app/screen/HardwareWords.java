package dev.unhang.app.screen;

import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.net.Chip;
import dev.unhang.model.net.IdleNic;
import dev.unhang.model.net.Machine;
import dev.unhang.model.net.NicDevice;
import dev.unhang.model.net.PciFunction;
import dev.unhang.model.net.PcieLink;
import dev.unhang.model.net.SurveyedNic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What machines and devices are. Not escaped yet.
final class HardwareWords {
  private HardwareWords() {}

  /// `Dell Inc. OptiPlex 7010, BIOS A29 of 06/28/2018, kernel 6.8.12-10-pve`.
  static String machine(Machine machine) {
    List<String> system = new ArrayList<>();
    machine.vendor().ifPresent(system::add);
    machine.product().ifPresent(system::add);
    return (system.isEmpty() ? "machine unknown (no DMI)" : String.join(" ", system))
        + ", BIOS "
        + machine.biosVersion().orElse("unknown")
        + machine.biosDate().map(date -> " of " + date).orElse("")
        + ", kernel "
        + machine.kernel().orElse("unknown");
  }

  /// Who told, where it was not the host's own sysfs: ` (told by journal, boot 4d5c…)`. Not
  /// escaped.
  static String told(Origin origin) {
    return origin.isOfRescueSystem()
        ? " (of the rescue system)"
        : origin.isSysfs() || origin.name().startsWith("device ")
            ? ""
            : " (told by " + origin + ")";
  }

  /// What the paragraph is about: `eno1: Intel Corporation Ethernet Connection I217-LM`.
  static String title(SurveyedNic nic) {
    String name = nic.name().value();
    String model =
        nic.device()
            .known()
            .map(HardwareWords::model)
            .or(() -> nic.link().known().flatMap(link -> link.stacking().kind()))
            .orElse("");
    return model.isEmpty() ? name : name + ": " + model;
  }

  private static String model(NicDevice device) {
    return switch (device) {
      case NicDevice.Pci pci -> model(pci.function());
      case NicDevice.Usb usb -> usb.product().orElse("a USB device");
      case NicDevice.Other other -> other.name();
    };
  }

  private static String model(PciFunction function) {
    return function.vendorName().orElse("maker not known")
        + " "
        + function.deviceName().orElse("model not known");
  }

  static String device(NicDevice device) {
    return switch (device) {
      case NicDevice.Pci pci -> pci(pci);
      case NicDevice.Usb usb -> usb(usb);
      case NicDevice.Other other -> other.name() + ", neither on PCI nor on USB";
    };
  }

  private static String pci(NicDevice.Pci pci) {
    PciFunction function = pci.function();
    List<String> words = new ArrayList<>();
    words.add("PCI " + function.address());
    words.add(
        function.id().map(String::valueOf).orElse("id unknown")
            + function
                .revision()
                .map(revision -> String.format(" rev %02x", revision))
                .orElse(" rev unknown"));
    words.add("chip family " + pci.chip().map(HardwareWords::family).orElse("not known"));
    words.add(
        function
            .subsystem()
            .map(board -> "board " + board + pci.board().map(name -> " (" + name + ")").orElse(""))
            .orElse("board unknown"));
    if (pci.removable().orElse(false)) {
      words.add("behind an external port, as in a dock");
    }
    return String.join(", ", words);
  }

  private static String family(Chip chip) {
    return chip.family() + chip.mac().map(mac -> " (" + mac + ")").orElse("");
  }

  private static String usb(NicDevice.Usb usb) {
    return "USB "
        + usb.port()
        + ", "
        + usb.id().orElse("id unknown")
        + ", bus speed "
        + usb.speedMegabits().map(speed -> speed + " Mb/s").orElse("unknown")
        + ": an adapter, or a dock";
  }

  /// Only PCI functions have a link of that kind, or a reason for none.
  static Optional<Reading<PcieLink>> pcieLink(NicDevice device) {
    return device instanceof NicDevice.Pci pci ? Optional.of(pci.link()) : Optional.empty();
  }

  static String pcie(PcieLink link) {
    return link.speed().orElse("speed unknown")
        + " x"
        + link.width().orElse(" unknown")
        + ", ASPM in force: "
        + LinkWords.orNone(link.enabled())
        + "; offered: "
        + link.supported().map(LinkWords::orNone).orElse("not read");
  }

  /// A controller without an interface, and why nothing more is said of it.
  static String idle(IdleNic nic) {
    PciFunction function = nic.device().function();
    String title = "PCI " + function.address() + ": " + model(function) + ": ";
    if (!nic.isGivenAway() && nic.guest().isPresent()) {
      return title
          + "given to "
          + nic.guest().get()
          + " by its configuration, its hang is logged inside it; not examined"
          + told(nic.origin());
    }
    if (nic.isLogged() && !nic.isGivenAway()) {
      return title + "no interface of it was logged" + told(nic.origin());
    }
    if (nic.isGivenAway()) {
      return title
          + "given to "
          + nic.guest().orElse("a guest")
          + ", its hang is logged inside it; not examined"
          + told(nic.origin());
    }
    return title
        + function
            .driver()
            .map(driver ->
                "its driver is "
                    + driver
                    + ", and it has no interface here; one in a container is listed there")
            .orElse("no driver is bound to it, so it has no interface");
  }
}

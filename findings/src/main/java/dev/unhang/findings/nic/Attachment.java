package dev.unhang.findings.nic;

import dev.unhang.findings.known.DriverBuses;
import dev.unhang.model.id.PciAddress;
import dev.unhang.model.net.Chip;
import dev.unhang.model.net.NicDevice;
import java.util.Optional;
import java.util.Set;

/// How a NIC is tied to its machine: what can be done about it depends on that.
public enum Attachment {
  /// A function on PCIe behind a link of its own, in a slot or soldered to the board.
  CARD,
  /// A function of the chipset, of Intel's 82566 to I219: firmware of the board holds it, and it
  /// has no PCIe link.
  CHIPSET,
  USB,
  /// A part of a system on a chip, on neither PCI nor USB.
  SOC,
  /// A program of the hypervisor: what fails is on the machine that runs it.
  VIRTUAL,
  /// On PCI; whether it is a card or a part of the chipset was not read.
  PCI;

  /// Functions of Intel's chipsets at which their LAN controllers are: of ICH8 to the ninth series,
  /// and of the hundredth and later.
  private static final Set<String> OF_CHIPSET = Set.of("00:19.0", "00:1f.6");

  /// NICs that QEMU and VMware present by programs.
  private static final Set<String> EMULATED = Set.of("82574", "82540", "82545");

  /// By the device that was read, else by its driver and address.
  public static Attachment of(NicCase nic) {
    Optional<NicDevice> device = nic.now().flatMap(now -> now.seen().device().known());
    if (device.filter(NicDevice.Usb.class::isInstance).isPresent()) {
      return USB;
    }
    if (isEmulated(nic)) {
      return VIRTUAL;
    }
    return nic.driver()
        .flatMap(DriverBuses::of)
        .map(Attachment::valueOf)
        .orElseGet(() -> onPci(nic));
  }

  /// A real NIC that was passed to a guest is none of these chips, as a rule. Where its chip was
  /// not read, its driver tells that it may be one of them.
  private static boolean isEmulated(NicCase nic) {
    return nic.host().guest().filter(kind -> kind.contains("machine")).isPresent()
        && nic.chip().map(Chip::family).map(EMULATED::contains).orElse(drivesEmulated(nic));
  }

  private static boolean drivesEmulated(NicCase nic) {
    return nic.driver().isPresent() && nic.isE1000e();
  }

  private static Attachment onPci(NicCase nic) {
    Optional<Boolean> inChipset = nic.chip().map(Chip::inChipset);
    if (inChipset.isPresent()) {
      return inChipset.get() ? CHIPSET : CARD;
    }
    if (!nic.isE1000e()) {
      return CARD;
    }
    return nic.address().map(Attachment::byAddress).orElse(PCI);
  }

  private static Attachment byAddress(PciAddress address) {
    return OF_CHIPSET.contains(address.value().substring(address.value().indexOf(':') + 1))
        ? CHIPSET
        : CARD;
  }
}

package dev.unhang.hosts.survey;

import dev.unhang.hosts.pci.ConfigSpace;
import dev.unhang.hosts.pci.KnownChips;
import dev.unhang.hosts.pci.Names;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.WhyAbsent;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import dev.unhang.model.id.PciAddress;
import dev.unhang.model.id.PciId;
import dev.unhang.model.id.SourceId;
import dev.unhang.model.net.Chip;
import dev.unhang.model.net.NicDevice;
import dev.unhang.model.net.PciFunction;
import dev.unhang.model.net.PcieLink;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// PCI functions, as sysfs shows them.
///
/// Kernel: Documentation/ABI/testing/sysfs-bus-pci (v6.1)
final class PciFunctions {
  static final HostPath DEVICES = new HostPath("/sys/bus/pci/devices");

  private static final SourceId PCI = new SourceId("pci-devices");

  /// Base class of network controllers.
  private static final int NETWORK = 0x02;

  /// Attributes of `link/`, and the states they switch.
  private static final List<List<String>> LINK_STATES =
      List.of(
          List.of("l0s_aspm", "L0s"),
          List.of("l1_aspm", "L1"),
          List.of("l1_1_aspm", "L1.1"),
          List.of("l1_2_aspm", "L1.2"));

  private final HostView host;
  private final KnownChips chips;
  private final Names names;

  PciFunctions(HostView host) {
    this.host = host;
    this.chips = KnownChips.read();
    this.names = PciNames.of(host, chips);
  }

  /// Whether a function is a network controller, which takes only one attribute to know.
  static boolean isNetwork(HostView host, PciAddress address) {
    return SysfsValue.hex(host, folder(address).resolve("class"))
        .filter(code -> code >>> 16 == NETWORK)
        .isPresent();
  }

  private static HostPath folder(PciAddress address) {
    return DEVICES.resolve(address.value());
  }

  /// What sysfs tells of a function; absent where it does not list it.
  Reading<NicDevice.Pci> read(PciAddress address) {
    HostPath folder = folder(address);
    Optional<PciId> id = id(host, folder, "vendor", "device");
    if (id.isEmpty() && !isNetwork(host, address)) {
      return new Reading.Absent<>(
          PCI, WhyAbsent.NOT_COLLECTED, folder + " does not tell its vendor and device");
    }
    Optional<PciId> subsystem = id(host, folder, "subsystem_vendor", "subsystem_device");
    Optional<Chip> chip = id.flatMap(chips::chip);
    PciFunction function =
        new PciFunction(
            address,
            SysfsValue.hex(host, folder.resolve("class")),
            id,
            subsystem,
            SysfsValue.hex(host, folder.resolve("revision")),
            id.flatMap(each -> names.vendor(each.vendor())),
            id.flatMap(names::device),
            target(folder.resolve("driver")),
            host.read(folder.resolve("config"))
                .known()
                .flatMap(space -> new ConfigSpace(space.bytes()).busMaster()));
    return new Reading.Read<>(
        new NicDevice.Pci(
            function,
            subsystem.flatMap(board -> names.vendor(board.vendor())),
            chip,
            link(folder, chip),
            removable(folder)),
        origin(folder, host.read(folder.resolve("vendor"))));
  }

  /// The folder; or what told of it, where that was no sysfs.
  private static Origin origin(HostPath folder, Reading<Content> vendor) {
    return vendor instanceof Reading.Read<Content> read && !read.origin().isSysfs()
        ? read.origin()
        : new Origin(folder.value());
  }

  /// A pair of attributes in hexadecimal; empty where one of them is not there.
  static Optional<PciId> id(HostView host, HostPath folder, String vendor, String device) {
    return SysfsValue.hex(host, folder.resolve(vendor))
        .flatMap(maker ->
            SysfsValue.hex(host, folder.resolve(device))
                .flatMap(number -> PciId.parse(String.format("%04x:%04x", maker, number))));
  }

  private Optional<String> target(HostPath link) {
    return host.link(link).known().map(path -> path.substring(path.lastIndexOf('/') + 1));
  }

  /// Kernel: Documentation/ABI/testing/sysfs-devices-removable (v6.1)
  private Optional<Boolean> removable(HostPath folder) {
    return SysfsValue.text(host, folder.resolve("removable"))
        .filter(word -> !word.equals("unknown"))
        .map("removable"::equals);
  }

  /// The device's own word is believed first, then the kernel's. A chip of the chipset has none,
  /// which counts where its configuration space may not be read.
  private Reading<PcieLink> link(HostPath folder, Optional<Chip> chip) {
    HostPath config = folder.resolve("config");
    Reading<Content> space = host.read(config);
    ConfigSpace.PcieFacts facts =
        space
            .known()
            .map(content -> new ConfigSpace(content.bytes()).pcie())
            .orElseGet(ConfigSpace.PcieFacts.Unseen::new);
    return switch (facts) {
      case ConfigSpace.PcieFacts.Link link ->
          space.map(content -> described(folder, Optional.of(link.supported()), link.enabled()));
      case ConfigSpace.PcieFacts.NoLink none -> noLink("its configuration space has none");
      case ConfigSpace.PcieFacts.Unseen unseen ->
          chip.filter(Chip::inChipset).isPresent()
              ? noLink("the " + chip.get().family() + " is a function of the chipset")
              : kernels(folder, space);
    };
  }

  private static Reading<PcieLink> noLink(String why) {
    return new Reading.Absent<>(PCI, WhyAbsent.NOT_OFFERED, "no PCIe link: " + why);
  }

  private Reading<PcieLink> kernels(HostPath folder, Reading<Content> space) {
    HostPath switches = folder.resolve("link");
    if (SysfsValue.text(host, switches.resolve("l1_aspm")).isPresent()
        || SysfsValue.text(host, switches.resolve("l0s_aspm")).isPresent()) {
      return new Reading.Read<>(
          described(folder, Optional.empty(), List.of()), new Origin(switches.value()));
    }
    return space.known().isPresent()
        ? new Reading.Absent<>(
            PCI, WhyAbsent.DENIED, "the configuration space may be read by root only")
        : space.map(content -> described(folder, Optional.empty(), List.of()));
  }

  private PcieLink described(
      HostPath folder, Optional<List<String>> supported, List<String> enabled) {
    List<String> all = new ArrayList<>(enabled);
    for (List<String> state : LINK_STATES) {
      boolean on =
          SysfsValue.text(host, folder.resolve("link").resolve(state.get(0)))
              .filter("1"::equals)
              .isPresent();
      if (on && !all.contains(state.get(1))) {
        all.add(state.get(1));
      }
    }
    return new PcieLink(
        supported,
        all,
        SysfsValue.text(host, folder.resolve("current_link_speed")),
        SysfsValue.text(host, folder.resolve("current_link_width")));
  }
}

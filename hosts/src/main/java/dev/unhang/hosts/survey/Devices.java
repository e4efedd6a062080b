package dev.unhang.hosts.survey;

import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.WhyAbsent;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.id.PciAddress;
import dev.unhang.model.id.SourceId;
import dev.unhang.model.net.IdleNic;
import dev.unhang.model.net.Link;
import dev.unhang.model.net.NicDevice;
import dev.unhang.model.net.NicUser;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The devices behind interfaces, and the network controllers that have no interface. The path of
/// an interface in sysfs tells all it sits on, from the machine outwards:
/// `devices/pci0000:00/0000:00:03.0/virtio2/net/eth0`.
///
/// Kernel: Documentation/ABI/testing/sysfs-class-net, "device" (v6.1)
final class Devices {
  private static final HostPath CLASS_NET = new HostPath("/sys/class/net");
  private static final HostPath USB = new HostPath("/sys/bus/usb/devices");
  private static final SourceId DEVICE = new SourceId("device-of-nic");

  /// An interface of a USB device: `2-1.4:1.0`.
  private static final Pattern USB_INTERFACE =
      Pattern.compile("(\\d{1,4}-[0-9.]{1,40}):\\d{1,3}\\.\\d{1,3}");

  private final HostView host;
  private final PciFunctions functions;
  private final GivenToGuests guests;
  private final Set<PciAddress> used = new HashSet<>();

  Devices(HostView host) {
    this.host = host;
    this.functions = new PciFunctions(host);
    this.guests = new GivenToGuests(host);
  }

  /// @param link as rtnetlink has it, which names the device where there is no sysfs
  Reading<NicDevice> of(InterfaceName nic, Reading<Link> link) {
    List<String> path = path(nic);
    for (String part : path.reversed()) {
      Matcher usb = USB_INTERFACE.matcher(part);
      if (usb.matches()) {
        return usb(usb.group(1));
      }
      Optional<PciAddress> address = PciAddress.parse(part);
      if (address.isPresent()) {
        return pci(address.get());
      }
    }
    return link.known()
        .flatMap(known -> known.hardware().device())
        .or(() -> deviceName(nic))
        .map(name -> PciAddress.parse(name).map(this::pci).orElseGet(() -> other(name)))
        .orElseGet(() -> none(nic));
  }

  /// What was not saved, or could not be looked at, may well be there.
  private Reading<NicDevice> none(InterfaceName nic) {
    Reading<String> device = host.link(CLASS_NET.resolve(nic.value()).resolve("device"));
    return switch (device) {
      case Reading.Absent<String> absent when absent.why() != WhyAbsent.NOT_OFFERED ->
          new Reading.Absent<>(DEVICE, absent.why(), absent.hint());
      case Reading.Unreadable<String> unreadable ->
          new Reading.Unreadable<>(unreadable.trouble(), unreadable.origin());
      default ->
          new Reading.Absent<>(DEVICE, WhyAbsent.NOT_OFFERED, nic + " has no device behind it");
    };
  }

  private List<String> path(InterfaceName nic) {
    HostPath folder = CLASS_NET.resolve(nic.value());
    return host.link(folder)
        .known()
        .or(() -> host.link(folder.resolve("device")).known())
        .map(target -> Arrays.asList(target.split("/", -1)))
        .orElse(List.of());
  }

  private Optional<String> deviceName(InterfaceName nic) {
    return host.link(CLASS_NET.resolve(nic.value()).resolve("device"))
        .known()
        .map(target -> target.substring(target.lastIndexOf('/') + 1));
  }

  private Reading<NicDevice> pci(PciAddress address) {
    used.add(address);
    return functions.read(address).map(pci -> pci);
  }

  private static Reading<NicDevice> other(String name) {
    return new Reading.Read<>(new NicDevice.Other(name), new Origin("device " + name));
  }

  private Reading<NicDevice> usb(String port) {
    HostPath folder = USB.resolve(port);
    Optional<String> vendor = SysfsValue.text(host, folder.resolve("idVendor"));
    Optional<String> product = SysfsValue.text(host, folder.resolve("idProduct"));
    return new Reading.Read<>(
        new NicDevice.Usb(
            port,
            vendor.flatMap(first -> product.map(second -> first + ":" + second)),
            SysfsValue.text(host, folder.resolve("product")),
            SysfsValue.text(host, folder.resolve("speed"))),
        new Origin(folder.value()));
  }

  /// Network controllers that no interface asked for so far sits on.
  List<IdleNic> withoutInterface() {
    List<IdleNic> idle = new ArrayList<>();
    for (String name : host.list(PciFunctions.DEVICES).known().orElse(List.of())) {
      PciAddress.parse(name)
          .filter(address -> !used.contains(address))
          .filter(address -> PciFunctions.isNetwork(host, address))
          .ifPresent(address -> {
            if (functions.read(address) instanceof Reading.Read<NicDevice.Pci> read) {
              idle.add(new IdleNic(read.value(), Optional.empty(), read.origin()));
            }
          });
    }
    return guests.named(idle);
  }

  /// The guest that takes a NIC away from a host that doesn't run, by its configuration: whether it
  /// had it at the end, no log tells. Empty where none does, and for hosts that run, where the NIC
  /// is not away if it is there.
  Optional<Reading<List<NicUser>>> takenAway(InterfaceName nic, Reading<NicDevice> device) {
    if (device instanceof Reading.Read<NicDevice> read
        && read.value() instanceof NicDevice.Pci pci
        && !read.origin().isSysfs()) {
      return guests
          .of(pci.function().address())
          .map(guest ->
              new Reading.Read<>(
                  List.of(new NicUser(guest, "given to it by hostpci", nic.value())),
                  new Origin(GivenToGuests.FOLDER.value())));
    }
    return Optional.empty();
  }
}

package dev.unhang.lab.machine;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// What a lab machine is made of: the parts that its file declares, no more.
///
/// @param name the file's name without `.yaml`; the guest's host name comes from its own /etc
/// @param packages Debian packages of its root file system beside those that all machines have
/// @param dmi fields of the SMBIOS system table (type 1), by QEMU's names for them
/// @param disks spare disks beside the one it boots from
/// @param usb storage on an xHCI controller
/// @param nics network cards
/// @param kernelArguments words of the kernel's command line
/// @param maskedServices systemd units that must not start, since they only slow the boot or need
///   real hardware
/// @param guests the virtual machines it seems to run
public record MachineSpec(
    String name,
    List<String> packages,
    Map<String, String> dmi,
    List<Disk> disks,
    List<Disk> usb,
    List<Nic> nics,
    List<String> kernelArguments,
    List<String> maskedServices,
    List<GuestVm> guests) {

  /// Copies the collections.
  public MachineSpec {
    packages = List.copyOf(packages);
    dmi = Map.copyOf(dmi);
    disks = List.copyOf(disks);
    usb = List.copyOf(usb);
    nics = List.copyOf(nics);
    kernelArguments = List.copyOf(kernelArguments);
    maskedServices = List.copyOf(maskedServices);
    guests = List.copyOf(guests);
  }

  /// An empty disk.
  ///
  /// @param name its serial number; the guest finds it as /dev/disk/by-id/virtio-NAME. Disks called
  ///   `mdN-x` are the members of the software RAID /dev/mdN
  /// @param size with a unit, as qemu-img takes it
  public record Disk(String name, String size) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,20}");
    private static final Pattern SIZE = Pattern.compile("[1-9][0-9]*[MG]");

    /// Rejects what virtio cannot carry (20 bytes of serial number).
    public Disk {
      require(NAME, name, "a disk's name: 1 to 20 of a-z, 0-9 and -");
      require(SIZE, size, "a size such as 64M");
    }
  }

  /// A network card.
  ///
  /// @param name `enoN`: what the firmware calls the N-th card on the board (SMBIOS type 41), hence
  ///   what udev calls it
  /// @param model QEMU's name of the device
  /// @param pci its address on bus 0
  /// @param mac its permanent address
  /// @param network what it is plugged into; `router` is the only one: QEMU's user network, with
  ///   this host's loopback as 10.0.2.2
  public record Nic(String name, String model, String pci, String mac, String network) {
    private static final Pattern NAME = Pattern.compile("eno[1-9]");
    private static final Pattern MODEL = Pattern.compile("[a-z0-9-]+");
    private static final Pattern PCI = Pattern.compile("0000:00:[01][0-9a-f]\\.0");
    private static final Pattern NETWORK = Pattern.compile("router");

    /// Rejects what cannot be built.
    public Nic {
      require(NAME, name, "a card on the board: eno1 to eno9");
      require(MODEL, model, "a QEMU device such as e1000e");
      require(PCI, pci, "a PCI address on bus 0, such as 0000:00:19.0");
      require(MAC, mac, "a MAC address, such as 64:00:6a:51:d4:3d");
      require(NETWORK, network, "the network 'router'");
    }

    /// The number of the card on the board: 1 for eno1.
    public String instance() {
      return name.substring("eno".length());
    }

    /// The slot on bus 0: 19 for 0000:00:19.0.
    public String slot() {
      return pci.substring("0000:00:".length(), pci.length() - ".0".length());
    }
  }

  /// A virtual machine, played by a network namespace behind the bridges that Proxmox VE makes for
  /// one.
  ///
  /// @param id its number: 100 gives tap100i0, fwbr100i0, fwln100i0, fwpr100p0
  /// @param name of the virtual machine and of the namespace
  /// @param mac of its network card
  /// @param address with the length of the prefix
  /// @param gateway its way out
  public record GuestVm(String id, String name, String mac, String address, String gateway) {
    private static final Pattern ID = Pattern.compile("[1-9][0-9]{2,3}");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+/[0-9]+");
    private static final Pattern GATEWAY = Pattern.compile("[0-9.]+");

    /// Rejects what the guest's shell could not take as one word, and names that would not fit an
    /// interface.
    public GuestVm {
      require(ID, id, "a guest's number: 100 to 9999");
      require(NAME, name, "a guest's name: a-z, 0-9 and -");
      require(MAC, mac, "a MAC address, such as 64:00:6a:51:d4:3d");
      require(ADDRESS, address, "an IPv4 address with its prefix, such as 10.0.2.100/24");
      require(GATEWAY, gateway, "an IPv4 address");
    }

    /// The line that the guest's `guests` script reads.
    public String line() {
      return String.join(" ", id, name, address, gateway, mac);
    }
  }

  private static final Pattern MAC = Pattern.compile("[0-9a-f]{2}(:[0-9a-f]{2}){5}");

  private static void require(Pattern shape, String value, String expected) {
    if (!shape.matcher(value).matches()) {
      throw new IllegalArgumentException("'%s' is not %s".formatted(value, expected));
    }
  }
}

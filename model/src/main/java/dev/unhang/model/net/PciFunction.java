package dev.unhang.model.net;

import dev.unhang.model.id.PciAddress;
import dev.unhang.model.id.PciId;
import java.util.Optional;

/// A function of a PCI device. What its source does not tell is empty: plain `lspci` tells names
/// and no numbers, sysfs numbers and no names.
///
/// @param classCode base class, subclass and programming interface, 24 bits; `0x020000` is an
///   Ethernet controller
/// @param subsystem the board's vendor and its number for the board
/// @param revision 8 bits
/// @param vendorName as pci.ids has it
/// @param deviceName as pci.ids has it
/// @param driver that is bound to it, `vfio-pci` where it was given to a guest
/// @param busMaster whether it may reach memory by itself, bit 2 of the command register: lspci's
///   `BusMaster+`
///
///   Man: lspci(8). Kernel: Documentation/ABI/testing/sysfs-bus-pci; include/uapi/linux/pci_regs.h,
///   PCI_COMMAND_MASTER (v6.1)
public record PciFunction(
    PciAddress address,
    Optional<Integer> classCode,
    Optional<PciId> id,
    Optional<PciId> subsystem,
    Optional<Integer> revision,
    Optional<String> vendorName,
    Optional<String> deviceName,
    Optional<String> driver,
    Optional<Boolean> busMaster) {}

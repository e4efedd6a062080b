package dev.unhang.hosts.pci;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A function's configuration space, as far as it was read: root reads all of it, others the first
/// 64 bytes, which hold no capabilities.
///
/// Kernel: include/uapi/linux/pci_regs.h; drivers/pci/pci-sysfs.c, pci_read_config() (v6.1)
public final class ConfigSpace {
  /// `PCI_COMMAND`, and in it `PCI_COMMAND_MASTER`.
  private static final int COMMAND = 0x04;

  private static final int COMMAND_BUS_MASTER = 0x4;

  private static final int STATUS = 0x06;
  private static final int STATUS_HAS_CAPABILITIES = 0x10;
  private static final int FIRST_CAPABILITY = 0x34;

  /// `PCI_CAP_ID_EXP`.
  private static final int PCI_EXPRESS = 0x10;

  /// `PCI_EXP_FLAGS`, and in it the type of the port.
  private static final int FLAGS = 0x02;

  /// `PCI_EXP_TYPE_RC_END`: part of the root complex, without a link.
  private static final int ROOT_COMPLEX_ENDPOINT = 9;

  /// `PCI_EXP_LNKCAP`, bits 10 and 11 the power states it offers.
  private static final int LINK_CAPABILITIES = 0x0c;

  /// `PCI_EXP_LNKCTL`, bits 0 and 1 those in force.
  private static final int LINK_CONTROL = 0x10;

  private static final int BEHIND_HEADER = 0x40;

  /// As many as fit into 192 bytes: a ring of capabilities ends here.
  private static final int MAX_CAPABILITIES = 48;

  /// What the space says of a PCIe link.
  public sealed interface PcieFacts {
    /// The capability was read.
    ///
    /// @param supported `L0s`, `L1`
    /// @param enabled those in force
    record Link(List<String> supported, List<String> enabled) implements PcieFacts {}

    /// There is no link: no PCIe capability, or one of a part of the root complex.
    record NoLink() implements PcieFacts {}

    /// The part that would tell was not read.
    record Unseen() implements PcieFacts {}
  }

  private final byte[] bytes;

  /// @param bytes from offset 0 on, of any length
  public ConfigSpace(byte[] bytes) {
    this.bytes = bytes.clone();
  }

  /// Whether the function may reach memory by itself; empty where that was not read, or where the
  /// function no longer answers: then all of it reads ones.
  public Optional<Boolean> busMaster() {
    if (bytes.length <= STATUS || u8(COMMAND) == 0xff && u8(COMMAND + 1) == 0xff) {
      return Optional.empty();
    }
    return Optional.of((u8(COMMAND) & COMMAND_BUS_MASTER) != 0);
  }

  /// Whether the function has a PCIe link, and how that saves power.
  public PcieFacts pcie() {
    if (bytes.length < BEHIND_HEADER) {
      return new PcieFacts.Unseen();
    }
    if ((u8(STATUS) & STATUS_HAS_CAPABILITIES) == 0) {
      return new PcieFacts.NoLink();
    }
    int at = u8(FIRST_CAPABILITY) & ~3;
    for (int i = 0; i < MAX_CAPABILITIES && at >= BEHIND_HEADER; i++) {
      if (at + 1 >= bytes.length) {
        return new PcieFacts.Unseen();
      }
      if (u8(at) == PCI_EXPRESS) {
        return link(at).orElseGet(PcieFacts.Unseen::new);
      }
      at = u8(at + 1) & ~3;
    }
    return new PcieFacts.NoLink();
  }

  private Optional<PcieFacts> link(int capability) {
    if (capability + LINK_CONTROL + 1 >= bytes.length) {
      return Optional.empty();
    }
    if (u8(capability + FLAGS) >> 4 == ROOT_COMPLEX_ENDPOINT) {
      return Optional.of(new PcieFacts.NoLink());
    }
    return Optional.of(
        new PcieFacts.Link(
            states(u8(capability + LINK_CAPABILITIES + 1) >> 2),
            states(u8(capability + LINK_CONTROL))));
  }

  private static List<String> states(int bits) {
    List<String> states = new ArrayList<>();
    if ((bits & 1) != 0) {
      states.add("L0s");
    }
    if ((bits & 2) != 0) {
      states.add("L1");
    }
    return states;
  }

  private int u8(int offset) {
    return bytes[offset] & 0xff;
  }
}

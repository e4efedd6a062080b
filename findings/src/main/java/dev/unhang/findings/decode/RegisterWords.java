package dev.unhang.findings.decode;

import static dev.unhang.findings.decode.BitTable.clear;
import static dev.unhang.findings.decode.BitTable.set;

import dev.unhang.findings.decode.BitTable.Row;
import dev.unhang.model.log.HangDump.Field;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Bit tables of the five status words of a hang report.
final class RegisterWords {
  private static final long ALL_ONES_32 = 0xffff_ffffL;
  private static final long ALL_ONES_16 = 0xffffL;

  /// Kernel: drivers/net/ethernet/intel/e1000e/defines.h, E1000_STATUS_* (v6.1)
  private static final BitTable MAC_STATUS =
      new BitTable(
          List.of(
              set(0x2, "link up"),
              clear(0x2, "no link"),
              new Row(0xc0, 0x00, "10 Mb/s"),
              new Row(0xc0, 0x40, "100 Mb/s"),
              set(0x80, "1000 Mb/s"),
              set(0x1, "full duplex"),
              clear(0x1, "half duplex"),
              new Row(0x40, 0x40, ""),
              set(0x10, "transmission paused by flow control"),
              set(0x80000, "the MAC may use the bus"),
              clear(0x80000, "the MAC says it may not use the bus (QEMU's 82574 always does)"),
              set(0x400, "PHY reset asserted"),
              new Row(0xc, 0x4, "LAN port B"),
              new Row(0xc, 0x8, ""),
              new Row(0x300, 0x300, ""),
              set(0x200, "LAN init done (82571 to 82574: sensed speed)"),
              set(0x40000000, "may be held in a low-power state by the management engine")));

  /// Kernel: include/uapi/linux/mii.h, BMSR_* (v6.1)
  private static final BitTable PHY_STATUS =
      new BitTable(
          List.of(
              set(0x4, "link up"),
              clear(0x4, "link down or lost since the last look"),
              set(0x20, "autonegotiation complete"),
              clear(0x20, "autonegotiation not complete"),
              set(0x10, "remote fault"),
              set(0x2, "jabber detected"),
              clear(0x8, "can't autonegotiate"),
              new Row(0x8, 0x8, ""),
              set(0x8000, "can 100BASE-T4"),
              set(0x400, "can 100BASE-T2 full duplex"),
              set(0x200, "can 100BASE-T2 half duplex"),
              // 10 and 100 Mb/s, extended registers: all these chips have them
              new Row(0x7941, 0x7941, "")));

  /// Kernel: include/uapi/linux/mii.h, LPA_1000* (v6.1)
  private static final BitTable PHY_1000 =
      new BitTable(
          List.of(
              set(0x8000, "master/slave configuration fault"),
              set(0x4000, "clock master"),
              clear(0x4000, "clock slave"),
              set(0x2000, "local receiver OK"),
              clear(0x2000, "local receiver not OK"),
              set(0x1000, "remote receiver OK"),
              clear(0x1000, "remote receiver not OK"),
              set(0x800, "partner can 1000 full duplex"),
              set(0x400, "partner can 1000 half duplex")));

  /// Kernel: include/uapi/linux/mii.h, ESTATUS_* (v6.1)
  private static final BitTable PHY_EXTENDED =
      new BitTable(
          List.of(
              set(0x2000, "1000BASE-T full duplex"),
              set(0x1000, "1000BASE-T half duplex"),
              set(0x8000, "1000BASE-X full duplex"),
              set(0x4000, "1000BASE-X half duplex")));

  /// Kernel: include/uapi/linux/pci_regs.h, PCI_STATUS_* (v6.1)
  private static final BitTable PCI_STATUS =
      new BitTable(
          List.of(
              clear(0xf900, "no bus error"),
              set(0x8000, "parity error detected"),
              set(0x4000, "system error signalled"),
              set(0x2000, "a DMA of the NIC got a master abort"),
              set(0x1000, "a DMA of the NIC got a target abort"),
              set(0x800, "target abort signalled"),
              set(0x100, "data parity error"),
              set(0x10, "capabilities listed"),
              set(0x8, "interrupt pending"),
              new Row(0x6a1, 0x6a1, "")));

  private static final Map<Field, BitTable> TABLES =
      Map.of(
          Field.MAC_STATUS, MAC_STATUS,
          Field.PHY_STATUS, PHY_STATUS,
          Field.PHY_1000BASE_T_STATUS, PHY_1000,
          Field.PHY_EXTENDED_STATUS, PHY_EXTENDED,
          Field.PCI_STATUS, PCI_STATUS);

  private RegisterWords() {}

  /// Whether the MAC's STATUS register says gigabit speed; all ones says nothing.
  static boolean isGigabit(long macStatus) {
    return macStatus == ALL_ONES_32 || (macStatus & 0x80) != 0;
  }

  /// The word's bits; empty where the field is no status word.
  static Optional<String> of(Field field, long value) {
    BitTable table = TABLES.get(field);
    if (table == null) {
      return Optional.empty();
    }
    if (value == ALL_ONES_32 || value == ALL_ONES_16) {
      return Optional.of("all ones: the device does not answer");
    }
    return Optional.of(table.words(field == Field.PHY_1000BASE_T_STATUS ? value & ~0xffL : value))
        .map(words -> field == Field.PHY_1000BASE_T_STATUS ? words + idleErrors(value) : words);
  }

  private static String idleErrors(long value) {
    long errors = value & 0xff;
    return errors == 0
        ? ", no idle errors"
        : ", " + (errors == 0xff ? "255 or more" : errors) + " idle errors: look at the cable";
  }
}

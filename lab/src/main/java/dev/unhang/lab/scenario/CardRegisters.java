package dev.unhang.lab.scenario;

import dev.unhang.lab.guest.Guest;
import java.util.Locale;

/// Writes to the card behind the driver's back: a fault of the silicon, of firmware, or of whoever
/// else may write there. Only the fault is emulated; the driver and the kernel that meet it are
/// real.
///
/// Datasheet: Intel 82574, "Interrupt Mask Clear Register", "Transmit Control Register"
///
/// @param host whose card it is
record CardRegisters(Guest host) {
  static final String SLOT = "0000:00:19.0";

  /// A device that shows a file of nothing but ones, as large as the window of the card.
  static final String ONES = "0000:00:1a.0";

  static final int WINDOW_BYTES = 128 << 10;

  private static final int STATUS = 0x8;
  private static final int IMC = 0xd8;
  private static final int TCTL = 0x400;

  /// Words of a shell that mask all interrupts of the card: the driver is never called again.
  static String maskInterrupts() {
    return bar0() + devmem(IMC) + " 32 0xffffffff";
  }

  /// Stops the transmit unit: bit 1 of TCTL is cleared, and nothing else.
  void stopTransmitUnit() {
    host.must("sh", "-c", transmitUnitStops());
  }

  /// Words of a shell that do that.
  static String transmitUnitStops() {
    return bar0() + "v=$(" + devmem(TCTL) + " 32); " + devmem(TCTL) + " 32 $((v & ~0x2))";
  }

  /// Takes the bus away: bit 2 of the PCI command register is cleared, and nothing else.
  void stopDma() {
    host.must("setpci", "-s", SLOT, "COMMAND=0:4");
  }

  /// Has all registers read all ones, as those of a card whose inside is dead though it still
  /// answers on the bus: its window is closed, and that of the device in [#ONES] opened in its
  /// place.
  void readAllOnes() {
    host.must(
        "sh",
        "-c",
        bar0()
            + "setpci -s "
            + SLOT
            + " COMMAND=0:2; setpci -s "
            + ONES
            + " COMMAND=0:2; setpci -s "
            + ONES
            + " BASE_ADDRESS_2=$(printf %x $((bar0))) BASE_ADDRESS_3=0; setpci -s "
            + ONES
            + " COMMAND=2:2");
  }

  /// What STATUS reads, as the driver would see it.
  String status() {
    return host.must("sh", "-c", bar0() + devmem(STATUS) + " 32").strip();
  }

  private static String bar0() {
    return "read -r bar0 rest < /sys/bus/pci/devices/" + SLOT + "/resource; ";
  }

  private static String devmem(int register) {
    return String.format(Locale.ROOT, "busybox devmem $((bar0 + 0x%x))", register);
  }
}

package dev.unhang.model.log;

import java.math.BigInteger;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SequencedMap;

/// The registers of one hang report, under the kernel's own labels, as printed (lower-case hex
/// without `0x`). A field that was cut off or elided is not there.
///
/// Kernel: drivers/net/ethernet/intel/e1000e/netdev.c, e1000_print_hw_hang() (v6.1)
public record HangDump(SequencedMap<String, String> registers) {
  /// Longest value that is a number of 64 bits.
  private static final int MAX_HEX_DIGITS = 16;

  public HangDump {
    registers = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(registers));
  }

  /// The labels of e1000e's report, in the order they are printed.
  public enum Field {
    TDH("TDH", "transmit descriptor head: the descriptor the hardware works on"),
    TDT("TDT", "transmit descriptor tail: where the driver told the hardware to stop"),
    NEXT_TO_USE("next_to_use", "the next descriptor the driver will fill"),
    NEXT_TO_CLEAN("next_to_clean", "the oldest descriptor the driver still holds"),
    TIME_STAMP("time_stamp", "when the oldest packet was queued, in ticks"),
    NEXT_TO_WATCH("next_to_watch", "the last descriptor of the oldest packet"),
    JIFFIES("jiffies", "when this report was printed, in ticks"),
    NEXT_TO_WATCH_STATUS("next_to_watch.status", "what the hardware wrote back for that packet"),
    MAC_STATUS("MAC Status", "the MAC's STATUS register (0x00008)"),
    PHY_STATUS("PHY Status", "the PHY's BMSR (MII register 1)"),
    PHY_1000BASE_T_STATUS("PHY 1000BASE-T Status", "the PHY's MII register 10"),
    PHY_EXTENDED_STATUS("PHY Extended Status", "the PHY's ESTATUS (MII register 15)"),
    PCI_STATUS("PCI Status", "PCI configuration word 0x06");

    private final String label;
    private final String meaning;

    Field(String label, String meaning) {
      this.label = label;
      this.meaning = meaning;
    }

    /// As the kernel prints it.
    public String label() {
      return label;
    }

    /// What the field is, in a few words.
    public String meaning() {
      return meaning;
    }
  }

  /// A report of which nothing but the header is there.
  public boolean isHeaderOnly() {
    return registers.isEmpty();
  }

  /// The field as printed.
  public Optional<String> text(Field field) {
    return Optional.ofNullable(registers.get(field.label()));
  }

  /// The field as an unsigned number of at most 64 bits, the two's complement way of a Java long.
  public OptionalLong value(Field field) {
    String text = registers.get(field.label());
    if (text == null || text.length() > MAX_HEX_DIGITS) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(new BigInteger(text, 16).longValue());
  }

  /// A ring index; empty where the field is missing or no ring is that long.
  public OptionalInt index(Field field) {
    OptionalLong value = value(field);
    return value.isPresent() && value.getAsLong() >= 0 && value.getAsLong() < RingUse.MAX_SIZE
        ? OptionalInt.of((int) value.getAsLong())
        : OptionalInt.empty();
  }

  /// Labels and values, in the order printed.
  public Map<String, String> asPrinted() {
    return registers;
  }
}

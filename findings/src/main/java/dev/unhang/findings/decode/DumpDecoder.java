package dev.unhang.findings.decode;

import dev.unhang.findings.words.Words;
import dev.unhang.model.log.Episode;
import dev.unhang.model.log.HangDump;
import dev.unhang.model.log.HangDump.Field;
import dev.unhang.model.log.RingUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// Every field of a hang report in words, and what the fields say together.
///
/// Kernel: drivers/net/ethernet/intel/e1000e/netdev.c, e1000_print_hw_hang(), e1000_clean_tx_irq()
/// (v6.1)
public final class DumpDecoder {
  private final Episode episode;
  private final HangDump dump;

  public DumpDecoder(Episode episode) {
    this.episode = episode;
    this.dump = episode.dump();
  }

  /// Field by field, in the order printed.
  public List<DecodedField> fields() {
    List<DecodedField> fields = new ArrayList<>();
    for (Map.Entry<String, String> entry : dump.asPrinted().entrySet()) {
      fields.add(new DecodedField(entry.getKey(), entry.getValue(), words(entry)));
    }
    return List.copyOf(fields);
  }

  private String words(Map.Entry<String, String> entry) {
    for (Field field : Field.values()) {
      if (field.label().equals(entry.getKey())) {
        return words(field);
      }
    }
    return AdvancedReport.words(entry.getKey(), entry.getValue())
        .orElse("a field of another driver's report, as printed");
  }

  private String words(Field field) {
    OptionalLong value = dump.value(field);
    if (value.isEmpty()) {
      return field.meaning();
    }
    if (field == Field.NEXT_TO_WATCH && AdvancedReport.isOf(dump)) {
      return field.meaning() + ": its address, which the kernel prints hashed";
    }
    return switch (field) {
      case TDH, TDT, NEXT_TO_USE, NEXT_TO_CLEAN, NEXT_TO_WATCH ->
          field.meaning() + ": " + descriptor(field);
      case TIME_STAMP ->
          value.getAsLong() == 0
              ? field.meaning() + ": 0, so it was sent and freed meanwhile"
              : field.meaning();
      case JIFFIES -> field.meaning() + stuckWords();
      case NEXT_TO_WATCH_STATUS ->
          field.meaning()
              + ((value.getAsLong() & 1) == 0
                  ? ": not done, nothing was written back"
                  : ": descriptor done, it came late but it came");
      case PHY_1000BASE_T_STATUS ->
          isBelowGigabit()
              ? field.meaning() + ": says nothing below 1000 Mb/s"
              : statusWord(field, value.getAsLong());
      case MAC_STATUS, PHY_STATUS, PHY_EXTENDED_STATUS, PCI_STATUS ->
          statusWord(field, value.getAsLong());
    };
  }

  private static String statusWord(Field field, long value) {
    return RegisterWords.of(field, value).orElseGet(field::meaning);
  }

  /// IEEE 802.3, 40.5: register 10 is 1000BASE-T's alone.
  private boolean isBelowGigabit() {
    OptionalLong mac = dump.value(Field.MAC_STATUS);
    return mac.isPresent() && !RegisterWords.isGigabit(mac.getAsLong());
  }

  private String descriptor(Field field) {
    OptionalInt index = dump.index(field);
    return index.isPresent() ? "descriptor " + index.getAsInt() : "no ring is that long";
  }

  private String stuckWords() {
    return episode
        .stuck()
        .map(stuck ->
            ", "
                + String.format("%,d", stuck.ticks().count())
                + " ticks after that packet was queued, by the last report")
        .orElse("");
  }

  /// What the ring indices say together, one sentence each, without a final stop.
  public List<String> together() {
    List<String> sentences = new ArrayList<>();
    episode.ring().ifPresent(ring -> sentences.add(ringSentence(ring)));
    OptionalInt head = dump.index(Field.TDH);
    OptionalInt tail = dump.index(Field.TDT);
    OptionalInt watch =
        AdvancedReport.isOf(dump) ? OptionalInt.empty() : dump.index(Field.NEXT_TO_WATCH);
    OptionalInt clean = dump.index(Field.NEXT_TO_CLEAN);
    OptionalInt use = dump.index(Field.NEXT_TO_USE);
    boolean lags = tail.isPresent() && use.isPresent() && !tail.equals(use);
    if (lags) {
      sentences.add(
          "TDT differs from next_to_use: the hardware does not know of all that the driver filled");
    }
    if (lags && head.equals(tail)) {
      sentences.add("TDH equals TDT: the hardware did all it was told of, and waits");
    } else if (head.isPresent() && head.equals(tail)) {
      sentences.add(
          head.equals(clean) && tail.equals(use)
              ? "The ring is empty: nothing was stuck"
              : "TDH equals TDT: everything was processed; what is missing is the write-back");
    } else if (head.isPresent() && head.equals(watch)) {
      sentences.add("The hardware stopped on the last descriptor of the oldest packet");
    } else if (head.isPresent() && head.equals(clean)) {
      sentences.add("The hardware stopped on the first descriptor of the oldest packet");
    } else if (head.isPresent() && watch.isPresent() && clean.isPresent()) {
      sentences.add(between(head.getAsInt(), clean.getAsInt(), watch.getAsInt()));
    }
    return sentences;
  }

  private String between(int head, int clean, int watch) {
    int size = episode.ring().map(RingUse::size).orElse(RingUse.MAX_SIZE);
    boolean inside = Math.floorMod(head - clean, size) < Math.floorMod(watch - clean, size);
    return inside
        ? "The hardware stopped in the middle of the oldest packet"
        : "The hardware went past the oldest packet without writing back that it is done";
  }

  private static String ringSentence(RingUse ring) {
    return Words.counted(ring.held(), "descriptor", "descriptors")
        + " held by the driver, "
        + ring.unfetched()
        + " not processed by the hardware (ring of "
        + ring.size()
        + (ring.sizeFrom() == RingUse.SizeFrom.ASSUMED ? ", assumed" : "")
        + ")";
  }
}

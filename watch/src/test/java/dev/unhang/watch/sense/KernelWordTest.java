package dev.unhang.watch.sense;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.logs.record.LogRecord;
import dev.unhang.logs.record.LogRecord.Border;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Place;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.id.PciAddress;
import dev.unhang.model.log.LogStamp;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KernelWordTest {
  private static final WatchedNic NIC =
      new WatchedNic(
          new InterfaceName("eno1"),
          PciAddress.parse("0000:00:19.0"),
          Optional.of("e1000e"),
          false);

  private static List<KernelWord> words(Border border, String device, String... lines) {
    return new KernelSense()
        .accept(
            new LogRecord(
                Optional.empty(),
                new LogStamp(Optional.empty(), Optional.empty(), ""),
                new Place.Line(new Origin("kmsg"), 1),
                List.of(lines),
                border,
                Optional.of("kernel"),
                Optional.ofNullable(device)));
  }

  private static final String REPORT = "e1000e 0000:00:19.0 eno1: Detected Hardware Unit Hang:";

  @Test
  void theKernelsOwnReportIsOfItsCard() {
    assertThat(words(Border.KEPT, "+pci:0000:00:19.0", REPORT, "  TDH <61>"))
        .hasSize(1)
        .allMatch(word -> word.isOf(NIC));
  }

  @ParameterizedTest
  @CsvSource({"KEPT,", "KEPT, +pci:0000:01:00.0", "KEPT, +usb:0000:00:19.0", "KEPT, 0000:00:19.0"})
  void aRecordThatNamesNoSuchCardIsNone(Border border, String device) {
    assertThat(words(border, device, REPORT, "  TDH <61>")).noneMatch(word -> word.isOf(NIC));
  }

  /// A log of text can't tell where a record begins: anybody's text may begin a line.
  @Test
  void aLineOfTextIsOfNoCard() {
    KernelWord kept = words(Border.KEPT, "+pci:0000:00:19.0", REPORT, "  TDH <61>").getFirst();
    assertThat(new KernelWord(kept.event(), kept.device(), false).isOf(NIC)).isFalse();
  }

  @Test
  void aCardWithoutAnAddressIsNobodysWord() {
    WatchedNic plain =
        new WatchedNic(new InterfaceName("eno1"), Optional.empty(), Optional.empty(), false);
    assertThat(words(Border.KEPT, "+pci:0000:00:19.0", REPORT, "  TDH <61>"))
        .noneMatch(word -> word.isOf(plain));
  }
}

package dev.unhang.findings.decode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.logs.LogReading;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.log.HangDump.Field;
import dev.unhang.model.log.LogFacts;
import dev.unhang.testing.DumpText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DumpDecoderTest {
  private static LogFacts facts(byte[] log) {
    LogReading reading = new LogReading(new Origin("kernel.log"));
    reading.accept(log, 0, log.length);
    return reading.finish().known().orElseThrow();
  }

  private static DumpDecoder of(DumpText dump) {
    return new DumpDecoder(
        facts(dump.stamped("[   19.348376] ").getBytes(StandardCharsets.UTF_8))
            .episodes()
            .getFirst());
  }

  private static String words(Field field, String value) {
    return of(DumpText.of(DumpText.NIC).set(field.label(), value)).fields().stream()
        .filter(each -> each.label().equals(field.label()))
        .findFirst()
        .orElseThrow()
        .words();
  }

  /// Value; what must be said, by commas; what must not be said.
  @ParameterizedTest
  @CsvSource({
    "80083, link up;1000 Mb/s;full duplex;may use the bus, unnamed;half;no link;paused;may not",
    "80082, half duplex, full duplex",
    "80081, no link, link up",
    "80080, no link;half duplex, link up",
    "80043, 100 Mb/s, 1000;10 Mb",
    "80003, 10 Mb/s, 100",
    "800c3, 1000 Mb/s, 100 Mb;10 Mb",
    "83, may not use the bus, MAC may use",
    "283, may not use the bus;LAN init done;82574, unnamed",
    "80283, LAN init done, unnamed",
    "80383, 1000 Mb/s, unnamed",
    "80093, paused by flow control, unnamed",
    "80087, LAN port B, unnamed",
    "8008b, 1000 Mb/s, LAN port B;unnamed",
    "80483, PHY reset asserted, unnamed",
    "40080083, management engine;1000 Mb/s, unnamed",
    "c0080083, unnamed bits 0x80000000;management engine, all ones",
    "800a3, unnamed bits 0x20;1000 Mb/s, all ones",
    "ffffffff, does not answer, link"
  })
  void everyBitOfMacStatusIsSaid(String value, String said, String unsaid) {
    check(Field.MAC_STATUS, value, said, unsaid);
  }

  @ParameterizedTest
  @CsvSource({
    "796d, link up;autonegotiation complete, unnamed;fault;jabber;can",
    "792d, link up, unnamed",
    "7949, link down or lost;autonegotiation not complete, link up",
    "7969, link down or lost;autonegotiation complete, not complete",
    "797d, remote fault, unnamed",
    "796f, jabber, unnamed",
    "7965, can't autonegotiate, unnamed",
    "f96d, 100BASE-T4, unnamed",
    "7f6d, 100BASE-T2 full duplex;100BASE-T2 half duplex, unnamed",
    "ffff, does not answer, link"
  })
  void everyBitOfPhyStatusIsSaid(String value, String said, String unsaid) {
    check(Field.PHY_STATUS, value, said, unsaid);
  }

  @ParameterizedTest
  @CsvSource({
    "3800, clock slave;local receiver OK;remote receiver OK;1000 full;no idle errors,"
        + " half;fault;not OK;master;unnamed",
    "3c00, 1000 half duplex, unnamed",
    "7800, clock master, slave",
    "7c00, clock master;1000 half, unnamed",
    "b800, configuration fault, unnamed",
    "1800, local receiver not OK, local receiver OK",
    "2800, remote receiver not OK, remote receiver OK",
    "3805, 5 idle errors;cable, no idle",
    "38ff, 255 or more idle errors, no idle",
    "0, not OK, partner can",
    "ffff, does not answer, idle"
  })
  void everyBitOf1000BaseTStatusIsSaid(String value, String said, String unsaid) {
    check(Field.PHY_1000BASE_T_STATUS, value, said, unsaid);
  }

  @ParameterizedTest
  @CsvSource({
    "3000, 1000BASE-T full duplex;1000BASE-T half duplex, 1000BASE-X;unnamed",
    "f000, 1000BASE-X full duplex;1000BASE-X half duplex, unnamed",
    "0, nothing set, 1000",
    "3001, unnamed bits 0x1, all ones",
    "ffff, does not answer, 1000"
  })
  void everyBitOfPhyExtendedStatusIsSaid(String value, String said, String unsaid) {
    check(Field.PHY_EXTENDED_STATUS, value, said, unsaid);
  }

  @ParameterizedTest
  @CsvSource({
    "10, no bus error;capabilities, unnamed;abort;parity",
    "18, interrupt pending;no bus error, unnamed",
    "4010, system error signalled, no bus error;unnamed",
    "2010, master abort, no bus error;target",
    "1010, a DMA of the NIC got a target abort, no bus error;master",
    "810, target abort signalled, no bus error;DMA",
    "8010, parity error detected, no bus error",
    "110, data parity error, no bus error",
    "6b0, no bus error, unnamed",
    "11, no bus error, unnamed",
    "12, unnamed bits 0x2, all ones",
    "ffff, does not answer, error"
  })
  void everyBitOfPciStatusIsSaid(String value, String said, String unsaid) {
    check(Field.PCI_STATUS, value, said, unsaid);
  }

  private static void check(Field field, String value, String said, String unsaid) {
    String words = words(field, value);
    for (String part : said.split(";")) {
      assertThat(words).contains(part);
    }
    for (String part : unsaid.split(";")) {
      assertThat(words).doesNotContain(part);
    }
  }

  @Test
  void everyFieldIsSaidInWords() {
    List<DecodedField> fields = of(DumpText.of(DumpText.NIC)).fields();
    assertThat(fields).hasSize(13).allMatch(field -> !field.words().isBlank());
    assertThat(fields).extracting(DecodedField::label).first().isEqualTo("TDH");
    assertThat(fields).extracting(DecodedField::printed).startsWith("61", "90");
  }

  @ParameterizedTest
  @CsvSource({
    "TDH, 61, descriptor 97",
    "TDH, 2000, no ring is that long",
    "TDT, ffffffff, no ring is that long",
    "TIME_STAMP, 0, sent and freed meanwhile",
    "NEXT_TO_WATCH_STATUS, 0, not done",
    "NEXT_TO_WATCH_STATUS, 1, it came late but it came",
    "JIFFIES, 1000ca540, '224,919 ticks'"
  })
  void theRingsFieldsAreSaid(Field field, String value, String said) {
    assertThat(words(field, value)).contains(said);
  }

  @Test
  void anotherDriversFieldIsShownAsPrinted() {
    String igb =
        "[   19.3] igb 0000:09:00.1 eth1: Detected Tx Unit Hang\n"
            + "[   19.3]   Tx Queue             <2>\n[   19.3]   TDH <0>\n"
            + "[   19.3]   next_to_watch        <0000000097d42934>\n"
            + "[   19.3]   desc.status          <168000>\n";
    List<DecodedField> fields =
        new DumpDecoder(facts(igb.getBytes(StandardCharsets.UTF_8)).episodes().getFirst()).fields();
    assertThat(fields).hasSize(4);
    assertThat(fields.getFirst().words()).contains("transmit queue");
    assertThat(fields.get(2).words()).contains("hashed").doesNotContain("ring");
    assertThat(fields.get(3).words()).contains("not done", "packet of 90 bytes");
  }

  @ParameterizedTest
  @CsvSource({
    "1, it came late but it came",
    "0, not done",
    "zz, wrote back",
    "123456789, wrote back"
  })
  void theStatusOfAnAdvancedDescriptorIsSaid(String value, String said) {
    assertThat(AdvancedReport.words("desc.status", value))
        .hasValueSatisfying(words -> assertThat(words).contains(said));
    assertThat(AdvancedReport.words("head_wb", value)).isEmpty();
  }

  @Test
  void register10IsNotReadBelowGigabit() {
    DumpText slow = DumpText.of(DumpText.NIC).set("MAC Status", "80043");
    assertThat(of(slow.set("PHY 1000BASE-T Status", "0")).fields())
        .filteredOn(field -> field.label().equals("PHY 1000BASE-T Status"))
        .allMatch(field -> field.words().contains("says nothing below 1000 Mb/s"));
  }

  /// TDH, TDT, next_to_use, next_to_clean, next_to_watch; what they say together.
  @ParameterizedTest
  @CsvSource({
    "61, 90, 90, 60, 61, stopped on the last descriptor of the oldest packet",
    "17, 2b, 2b, 17, 17, stopped on the last descriptor of the oldest packet",
    "63, a1, a1, 63, 67, stopped on the first descriptor of the oldest packet",
    "62, 90, 90, 60, 65, stopped in the middle of the oldest packet",
    "fe, 10, 10, fd, 2, stopped in the middle of the oldest packet",
    "1, 10, 10, fd, 2, stopped in the middle of the oldest packet",
    "13, 88, 88, 7, 9, went past the oldest packet without writing back",
    "36, 36, 36, 4a, 4c, what is missing is the write-back",
    "61, 0, 90, 60, 61, TDT differs from next_to_use",
    "61, 61, 64, 61, 61, 'did all it was told of, and waits'",
    "61, 61, 61, 61, 61, 'ring is empty: nothing was stuck'"
  })
  void theIndicesTellWhereItStopped(
      String tdh, String tdt, String use, String clean, String watch, String said) {
    assertThat(
            of(DumpText.of(DumpText.NIC)
                    .set("TDH", tdh)
                    .set("TDT", tdt)
                    .set("next_to_use", use)
                    .set("next_to_clean", clean)
                    .set("next_to_watch", watch))
                .together())
        .anyMatch(sentence -> sentence.contains(said));
  }

  @ParameterizedTest
  @CsvSource({
    "61, 90, 90, 60, '48 descriptors held by the driver, 47 not processed by the hardware (ring of"
        + " 256, assumed)'",
    "17, 2b, 2b, 17, '20 descriptors held by the driver, 20 not processed by the hardware (ring of"
        + " 256, assumed)'",
    "13, 88, 88, 7, '129 descriptors held by the driver, 117 not processed by the hardware (ring of"
        + " 256, assumed)'",
    "fa, 4, 4, fa, '10 descriptors held by the driver, 10 not processed by the hardware (ring of"
        + " 256, assumed)'",
    "1f3, 1fd, 1fd, 1f3, '10 descriptors held by the driver, 10 not processed by the hardware (ring"
        + " of 512, assumed)'",
    "ff0, 10, 10, ff0, '32 descriptors held by the driver, 32 not processed by the hardware (ring"
        + " of 4096, assumed)'",
    "61, 60, 60, 61, '255 descriptors held by the driver, 255 not processed by the hardware (ring"
        + " of 256, assumed)'"
  })
  void theIndicesTellHowFullTheRingWas(
      String tdh, String tdt, String use, String clean, String said) {
    assertThat(
            of(DumpText.of(DumpText.NIC)
                    .set("TDH", tdh)
                    .set("TDT", tdt)
                    .set("next_to_use", use)
                    .set("next_to_clean", clean)
                    .set("next_to_watch", clean))
                .together())
        .contains(said);
  }

  @Test
  void withoutIndicesNothingIsSaidOfTheRing() {
    DumpDecoder decoder = of(DumpText.of(DumpText.NIC).set("TDH", "2000").set("TDT", "2000"));
    assertThat(decoder.together()).isEmpty();
  }

  @Test
  void aLateWriteBackIsSaid() {
    assertThat(words(Field.NEXT_TO_WATCH_STATUS, "1")).contains("descriptor done");
  }
}

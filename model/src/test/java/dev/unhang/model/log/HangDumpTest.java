package dev.unhang.model.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unhang.model.log.HangDump.Field;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HangDumpTest {
  private static HangDump of(String label, String value) {
    SequencedMap<String, String> registers = new LinkedHashMap<>();
    registers.put(label, value);
    return new HangDump(registers);
  }

  @Test
  void theLabelsAreTheKernelsInTheOrderPrinted() {
    assertThat(List.of(Field.values()))
        .extracting(Field::label)
        .containsExactly(
            "TDH",
            "TDT",
            "next_to_use",
            "next_to_clean",
            "time_stamp",
            "next_to_watch",
            "jiffies",
            "next_to_watch.status",
            "MAC Status",
            "PHY Status",
            "PHY 1000BASE-T Status",
            "PHY Extended Status",
            "PCI Status");
    assertThat(List.of(Field.values())).allMatch(field -> !field.meaning().isBlank());
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "61, 97",
    "1000ca540, 4295796032",
    "7fffffffffffffff, 9223372036854775807",
    "ffffffffffffffff, -1",
    "0000000097d42934, 2547263796"
  })
  void aValueHasUpToSixteenHexDigits(String text, long value) {
    assertThat(of("jiffies", text).value(Field.JIFFIES)).hasValue(value);
    assertThat(of("jiffies", text).text(Field.JIFFIES)).contains(text);
  }

  @Test
  void aLongerValueIsNoNumber() {
    HangDump dump = of("jiffies", "10000000000000000");
    assertThat(dump.value(Field.JIFFIES)).isEmpty();
    assertThat(dump.text(Field.JIFFIES)).contains("10000000000000000");
  }

  @ParameterizedTest
  @ValueSource(strings = {"fff", "0", "2a"})
  void anIndexFitsTheLongestRing(String text) {
    assertThat(of("TDH", text).index(Field.TDH)).hasValue(Integer.parseInt(text, 16));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1000", "2000", "ffffffff", "ffffffffffffffff", "8000000000000000"})
  void noRingIsThatLong(String text) {
    assertThat(of("TDH", text).index(Field.TDH)).isEmpty();
  }

  @Test
  void aMissingFieldIsNotZero() {
    HangDump dump = of("TDH", "0");
    assertThat(dump.text(Field.TDT)).isEmpty();
    assertThat(dump.value(Field.TDT)).isEmpty();
    assertThat(dump.index(Field.TDT)).isEmpty();
    assertThat(dump.isHeaderOnly()).isFalse();
    assertThat(new HangDump(new LinkedHashMap<>()).isHeaderOnly()).isTrue();
  }

  @Test
  void registersAreCopiedAndStay() {
    SequencedMap<String, String> registers = new LinkedHashMap<>();
    registers.put("TDH", "1");
    HangDump dump = new HangDump(registers);
    registers.put("TDT", "2");
    assertThat(dump.asPrinted()).containsExactly(java.util.Map.entry("TDH", "1"));
    assertThatThrownBy(() -> dump.registers().put("TDT", "2"))
        .isInstanceOf(UnsupportedOperationException.class);
  }
}

package dev.unhang.hosts.saved;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.hosts.survey.Nics;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.facts.NicFacts;
import dev.unhang.model.net.TxRegisters;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Pasted `ethtool -d`, without a prompt before it.
class SavedRegistersTest {
  private static final String E1000E =
      """
      MAC Registers
      -------------
      0x00000: CTRL (Device control register)  0x18180240
      0x00008: STATUS (Device status register) 0x00080083
            Duplex:                            full
      0x00400: TCTL (Transmit ctrl register)   0x3103F0FA
      0x03808: TDLEN (Transmit desc length)    0x00001000
      0x03810: TDH   (Transmit desc head)      0x00000061
      0x03818: TDT   (Transmit desc tail)      0x00000090
      PHY type:                                unknown
      """;

  private static Reading<TxRegisters> read(String driver, String registers) {
    EvidenceDraft draft = new EvidenceDraft("saved");
    String text = "$ ethtool -i eno1\ndriver: " + driver + "\nbus-info: 0000:00:1f.6\n";
    draft.paste(text.getBytes(StandardCharsets.UTF_8), "i.txt");
    draft.paste(registers.getBytes(StandardCharsets.UTF_8), "d.txt");
    NicFacts nic = Nics.read(SavedHardware.of(draft.hosts().getFirst())).getFirst();
    return nic.seen().counts().registers();
  }

  @Test
  void ofE1000eByTheirLabels() {
    assertThat(read("e1000e", E1000E).known().orElseThrow())
        .isEqualTo(
            new TxRegisters(0x80083, 0x3103f0fa, List.of(new TxRegisters.Ring(0x61, 0x90, 256))));
  }

  @Test
  void aTextThatWasCutIsNoReading() {
    String cut = E1000E.substring(0, E1000E.indexOf("0x03818"));
    assertThat(read("e1000e", cut)).isInstanceOf(Reading.Unreadable.class);
  }

  @Test
  void ofIgbQueueByQueue() {
    StringBuilder text =
        new StringBuilder(
            "0x00000: CTRL (Device control register)               0x081C0641\n"
                + "0x00008: STATUS (Device status register)              0x00280783\n"
                + "0x00400: TCTL (Transmit ctrl register)                0x0103F0FA\n"
                + "0x03808: TDLEN       (Transmit desc length)           0x00001000\n");
    for (int queue = 0; queue < 4; queue++) {
      text.append(
          "0x0%04X: TDLEN%d      (Tx descriptor length%d)          0x00001000\n"
              .formatted(0x3808 + 0x100 * queue, queue, queue));
      text.append(
          "0x0%04X: TDH%d        (Transmit descriptor head%d)      0x%08X\n"
              .formatted(0x3810 + 0x100 * queue, queue, queue, queue));
      text.append(
          "0x0%04X: TDT%d        (Transmit descriptor tail%d)      0x%08X\n"
              .formatted(0x3818 + 0x100 * queue, queue, queue, queue + 1));
    }
    assertThat(read("igb", text.toString()).known().orElseThrow().rings())
        .containsExactly(
            new TxRegisters.Ring(0, 1, 256),
            new TxRegisters.Ring(1, 2, 256),
            new TxRegisters.Ring(2, 3, 256),
            new TxRegisters.Ring(3, 4, 256));
  }

  @Test
  void ofIgcByTheIndexesOfTheWords() {
    StringBuilder text = new StringBuilder();
    for (int word = 0; word < 172; word++) {
      if (word == 24) {
        text.append("0024: RCTL (Receive Control Register)\n    Receiver:        enabled\n");
      } else {
        int value = word >= 156 && word < 160 ? 0x1000 : word;
        text.append("%04d: 0x%08X\n".formatted(word, value));
      }
    }
    TxRegisters registers = read("igc", text.toString()).known().orElseThrow();
    assertThat(registers.status()).isEqualTo(1);
    assertThat(registers.control()).isEqualTo(28);
    assertThat(registers.rings().getLast()).isEqualTo(new TxRegisters.Ring(163, 167, 256));
  }

  @Test
  void anotherDriversOrderIsNotKnown() {
    assertThat(read("r8169", E1000E)).isInstanceOf(Reading.Absent.class);
  }
}

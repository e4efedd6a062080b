package dev.unhang.logs.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.logs.ReadLogs;
import dev.unhang.model.log.LoggedChip;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Which chips a log names.
class ChipMessagesTest {
  private static List<String> of(String... lines) {
    return ReadLogs.facts((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8))
        .chips()
        .stream()
        .map(ChipMessagesTest::said)
        .toList();
  }

  private static String said(LoggedChip chip) {
    return chip.address() + " " + chip.id().map(Object::toString).orElse("type " + chip.macType());
  }

  @Test
  void thePciCoreTellsTheIdAndThatCountsMoreThanTheDriversFamily() {
    assertThat(
            of(
                "[    0.5] pci 0000:00:1f.6: [8086:15b8] type 00 class 0x020000 PCIe Endpoint",
                "[    1.2] e1000e 0000:00:1f.6 eth0: MAC: 12, PHY: 12, PBA No: FFFFFF-0FF"))
        .containsExactly("0000:00:1f.6 8086:15b8");
  }

  @Test
  void withoutTheBootsFirstLinesE1000eTellsTheFamily() {
    assertThat(
            of(
                "[    1.2] e1000e 0000:00:1f.6 eth0: MAC: 12, PHY: 12, PBA No: FFFFFF-0FF",
                "[    1.3] e1000e 0000:01:00.0 0000:01:00.0 (uninitialized): registered PHC clock",
                "[    1.4] e1000e 0000:01:00.0: eth1: MAC: 3, PHY: 8, PBA No: 1030FF-0FF"))
        .containsExactly("0000:00:1f.6 type Optional[12]", "0000:01:00.0 type Optional[3]");
  }

  @Test
  void otherDevicesOtherDriversNumbersAndOthersWordsTellNothing() {
    assertThat(
            of(
                "[    0.5] pci 0000:00:17.0: [8086:a282] type 00 class 0x010601",
                "[    1.2] ixgbe 0000:04:00.1: MAC: 2, PHY: 20, SFP+: 6, PBA No: G73129-008",
                "Oct  5 10:00:00 pve app[7]: pci 0000:00:1f.6: [8086:15b8] type 00 class 0x020000"))
        .isEmpty();
  }
}

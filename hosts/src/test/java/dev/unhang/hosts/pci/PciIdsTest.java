package dev.unhang.hosts.pci;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.model.id.PciId;
import dev.unhang.model.net.Chip;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The list of ids that distributions ship, and our own table of network chips.
class PciIdsTest {
  private static final String LIST =
      """
      # a remark
      10ec  Realtek Semiconductor Co., Ltd.
      \t153a  Not the one of Intel
      8086  Intel Corporation
      \t1539  I211 Gigabit Network Connection
      # a remark between devices

      \t153a  Ethernet Connection I217-LM
      \t\t153b 1909  A board, not a device
      \t153b  Ethernet Connection I217-V\r
      8087  Intel Corp.
      \t15b7  Of the next vendor
      C 02  Network controller
      \t00  Ethernet controller
      """;

  private static PciId id(String text) {
    return PciId.parse(text).orElseThrow();
  }

  @Test
  void anIdIsLookedForWithItsOwnVendorOnly() {
    PciIds ids = new PciIds(LIST);
    assertThat(ids.vendor(0x8086)).contains("Intel Corporation");
    assertThat(ids.device(id("8086:153a"))).contains("Ethernet Connection I217-LM");
    assertThat(ids.device(id("10ec:153a"))).contains("Not the one of Intel");
    assertThat(ids.device(id("8086:153b"))).contains("Ethernet Connection I217-V");
    assertThat(ids.device(id("8086:15b7"))).isEmpty();
    assertThat(ids.device(id("1234:153a"))).isEmpty();
    assertThat(ids.vendor(0x153a)).isEmpty();
  }

  @Test
  void aListThatIsCutOffOrNoneNamesNothing() {
    assertThat(new PciIds("").vendor(0x8086)).isEmpty();
    assertThat(new PciIds("8086").vendor(0x8086)).isEmpty();
    assertThat(new PciIds("8086  ").vendor(0x8086)).isEmpty();
    assertThat(new PciIds("8086  Intel").device(id("8086:153a"))).isEmpty();
    assertThat(new PciIds("8086  Intel\n\t153a  ").device(id("8086:153a"))).isEmpty();
    assertThat(new PciIds("8086  " + "x".repeat(10_000)).vendor(0x8086).orElseThrow())
        .hasSizeLessThan(1000);
  }

  /// Whatever the file holds, looking ends and throws nothing.
  @Test
  @Timeout(60)
  void anyTextIsSearched() {
    for (long seed = 0; seed < 5_000; seed++) {
      Random random = new Random(seed);
      StringBuilder text = new StringBuilder(LIST);
      for (int i = random.nextInt(30); i > 0; i--) {
        int at = random.nextInt(text.length());
        switch (random.nextInt(3)) {
          case 0 -> text.deleteCharAt(at);
          case 1 -> text.insert(at, '\n');
          default -> text.setCharAt(at, (char) random.nextInt(128));
        }
      }
      PciIds ids = new PciIds(text.toString());
      assertThat(ids.device(id("8086:153b")).orElse("x")).as("seed %d", seed).isNotBlank();
    }
  }

  @Test
  void theTableTellsFamiliesAndWhatIsInTheChipset() {
    KnownChips chips = KnownChips.read();
    assertThat(chips.ids()).hasSizeGreaterThan(350);
    assertThat(chips.ids())
        .allSatisfy(each -> {
          assertThat(chips.device(each)).isPresent();
          assertThat(chips.vendor(each.vendor())).isPresent();
          assertThat(chips.source(each)).isPresent();
        });
    assertThat(chips.chip(id("8086:1502")).orElseThrow().family()).isEqualTo("82579");
    assertThat(chips.chip(id("8086:15a3")).orElseThrow().family()).isEqualTo("I218 (3)");
    assertThat(chips.chip(id("8086:156f")).orElseThrow().family()).isEqualTo("I219 (1)");
    // Unlike its Comet Lake siblings it is driven as Sunrise Point is.
    assertThat(chips.chip(id("8086:0d53")).orElseThrow().mac()).contains("pch_spt");
    assertThat(chips.chip(id("8086:0d4f")).orElseThrow().mac()).contains("pch_cnp");
    assertThat(chips.chip(id("8086:10d3")).orElseThrow().inChipset()).isFalse();
    assertThat(chips.chip(id("8086:153a")).orElseThrow().inChipset()).isTrue();
    assertThat(chips.chip(id("8086:ffff"))).isEmpty();
  }

  /// Lists of 2026 name some by their chipset.
  @Test
  void aNameOfOneChipTellsItsId() {
    KnownChips chips = KnownChips.read();
    assertThat(chips.id("Ethernet Connection (14) I219-LM")).contains(id("8086:15f9"));
    assertThat(chips.id("500 Series Chipset Family GbE Controller (Corporate/vPro)"))
        .contains(id("8086:15f9"));
    assertThat(chips.id("500 Series Chipset Family GbE Controller (Consumer)"))
        .contains(id("8086:15fa"));
    assertThat(chips.id("500 Series Chipset Family GbE Controller")).isEmpty();
    assertThat(chips.id("RTL8111/8168/8411 PCI Express Gigabit Ethernet Controller")).isEmpty();
  }

  @Test
  void e1000eNumbersItsFamilies() {
    KnownChips chips = KnownChips.read();
    assertThat(chips.ofMacType(12).orElseThrow())
        .isEqualTo(new Chip("I219", Optional.of("pch_spt"), true));
    assertThat(chips.ofMacType(11).orElseThrow().family()).isEqualTo("I217/I218");
    assertThat(chips.ofMacType(3).orElseThrow().inChipset()).isFalse();
    assertThat(chips.ofMacType(-1)).isEmpty();
    assertThat(chips.ofMacType(20)).isEmpty();
  }
}

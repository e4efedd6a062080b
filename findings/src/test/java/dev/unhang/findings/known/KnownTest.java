package dev.unhang.findings.known;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.hosts.pci.KnownChips;
import dev.unhang.model.id.PciId;
import dev.unhang.model.net.Chip;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// The tables of what is known.
class KnownTest {
  @ParameterizedTest
  @CsvSource({
    "5.7.0-rc3, true",
    "6.5.13, true",
    "6.1.114, true",
    "6.12.0, false",
    "6.1.115, false",
    "5.15.160, false",
    "5.14.0-503.el9.x86_64, false",
    "6.5.13-5-pve, false",
    "6.8.12-8-pve, true",
    "6.8.12-9-pve, false",
    "6.8.0-57-generic, true",
    "6.8.0-58-lowlatency, false",
    "6.8.0-57-aws, false",
  })
  void onlyNumbersOfTheTableTellThatAKernelLacksIt(String release, boolean lacks) {
    assertThat(KernelsWithoutReset.lacks(release)).isEqualTo(lacks);
  }

  @ParameterizedTest
  @CsvSource({
    "6.12.117, true",
    "6.12.0-rc6, true",
    "6.12.48+deb13-amd64, true",
    "6.17.2-1-pve, true",
    "7.0.0, true",
    "6.11.5, false",
    "6.11.6, true",
    "6.1.114, false",
    "6.1.115, true",
    "6.1.0-28-amd64, false",
    "6.8.12-4-pve, false",
    "6.8.12-9-pve, true",
    "6.8.12-18-pve, true",
    "6.8.0-58-generic, true",
    "6.8.0-57-generic, false",
    "6.6.58, false",
    "6.6.60, true",
    "5.10.200, false",
    "6.12, true",
    "99999.1.1, false",
    "'', false",
    "linux, false",
  })
  void kernelsAreToldByTheirNumbersWhereTheseTell(String release, boolean known) {
    assertThat(KernelsWithoutReset.source(release).isPresent()).isEqualTo(known);
  }

  @Test
  void everyDriverThatCountsPauseFramesIsAKnownOne() {
    assertThat(PauseCounters.rows()).extracting(List::getFirst).doesNotHaveDuplicates();
    assertThat(PauseCounters.of("e1000e")).contains("rx_flow_control_xoff");
    assertThat(PauseCounters.of("r8169")).as("it counts none").isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void everyFamilyIsOneThatChipsBear(ChipFamilies table) {
    KnownChips chips = KnownChips.read();
    for (var row : table.rows()) {
      Chip chip = new Chip(row.getFirst(), Optional.empty(), false);
      assertThat(table.source(chip)).contains(row.get(1));
    }
    Optional<Chip> i217 = PciId.parse("8086:153a").flatMap(chips::chip);
    assertThat(i217.flatMap(ChipFamilies.HANG::source)).isPresent();
    assertThat(i217.flatMap(ChipFamilies.NEED_ASPM_OFF::source)).isEmpty();
  }

  @Test
  void aDriverThatIsNotListedHasNoKnownParameters() {
    assertThat(DriverParameters.of("e1000e"))
        .contains("InterruptThrottleRate", "SmartPowerDownEnable")
        .doesNotContain("EEE");
    assertThat(DriverParameters.of("igb")).isEmpty();
    assertThat(DriverParameters.rows()).allMatch(row -> row.getLast().contains("(v"));
  }
}

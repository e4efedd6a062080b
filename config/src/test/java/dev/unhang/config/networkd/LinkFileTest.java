package dev.unhang.config.networkd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.config.ini.IniFile;
import dev.unhang.model.host.HostPath;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Man: systemd.link(5)
class LinkFileTest {
  private static final LinkIdentity NIC =
      new LinkIdentity(
          "eno1",
          List.of(),
          Optional.of("6c:0b:84:00:00:01"),
          Optional.of("pci-0000:00:19.0"),
          Optional.of("e1000e"));

  private static LinkFile file(String text) {
    return new LinkFile("x.link", IniFile.parse(new HostPath("/etc/x.link"), text));
  }

  @ParameterizedTest
  @CsvSource({
    "MACAddress=6c:0b:84:00:00:01, YES",
    "MACAddress=6C-0B-84-00-00-01, YES",
    "MACAddress=00:00:00:00:00:00 6c0b.8400.0001, YES",
    "PermanentMACAddress=6c:0b:84:00:00:02, NO",
    "Path=pci-0000:00:19.0, YES",
    "Path=pci-0000:0?:*, YES",
    "Path=pci-0000:[01]*, UNKNOWN",
    "Path=!pci-0000:00:19.0, NO",
    "Driver=igb e1000e, YES",
    "Driver=!igb, YES",
    "Driver=e1000, NO",
    "Type=ether, YES",
    "Type=wlan, NO",
    "Kind=bridge, NO",
    "OriginalName=*, YES",
    "OriginalName=eth0, UNKNOWN",
    "OriginalName=enp0s25, NO",
    "Virtualization=no, UNKNOWN",
    "Unheard=of, UNKNOWN",
    "MACAddress=, UNKNOWN",
    "'MACAddress=\"6c:0b:84:00:00:01\"', YES",
    "'Driver=\"e1000e\"', YES",
    "'Driver=\"igb e1000e\"', NO",
    "'Driver=''igb'' \"e1000e\"', YES",
    "'Driver=\"\"', NO",
  })
  void conditionsHoldOrDoNot(String line, Fits fits) {
    assertThat(file("[Match]\n" + line + "\n").fits(NIC)).isEqualTo(fits);
  }

  @Test
  void oneConditionThatFailsIsEnoughWhateverIsUnknown() {
    assertThat(file("[Match]\nVirtualization=no\nDriver=igb\n").fits(NIC)).isEqualTo(Fits.NO);
  }

  /// udevadm test-builtin net_setup_link (252) ignores such a file, and older ones did not.
  @Test
  void whatAFileWithoutConditionsFitsIsNotKnown() {
    assertThat(file("[Link]\nName=lan0\n").fits(NIC)).isEqualTo(Fits.UNKNOWN);
    assertThat(file("[Match]\n[Link]\nName=lan0\n").hasNoMatch()).isTrue();
    assertThat(file("[Match]\nDriver=x\n[Link]\nName=lan0\n").hasNoMatch()).isFalse();
  }

  @Test
  void ofAKeyThatStandsThereTwiceTheLastCounts() {
    assertThat(
            file("[Link]\nTCPSegmentationOffload=yes\nTCPSegmentationOffload=0\nNope=1\n")
                .switches("eno1"))
        .singleElement()
        .satisfies(each -> {
          assertThat(each.what().on()).isFalse();
          assertThat(each.what().feature()).contains("tx-tcp-segmentation");
          assertThat(each.entry().line()).isEqualTo(3);
        });
  }

  @Test
  void aPatternOfManyStarsIsSoonDecided() {
    String stars = "*a".repeat(2_000);
    LinkIdentity long_path =
        new LinkIdentity(
            "eno1", List.of(), Optional.empty(), Optional.of("a".repeat(3_000)), Optional.empty());
    assertThat(file("[Match]\nPath=" + stars + "b\n").fits(long_path)).isEqualTo(Fits.NO);
  }
}

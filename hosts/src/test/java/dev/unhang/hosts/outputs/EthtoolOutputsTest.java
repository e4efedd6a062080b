package dev.unhang.hosts.outputs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.WhyAbsent;
import dev.unhang.model.net.Counter;
import dev.unhang.model.net.DriverInfo;
import dev.unhang.model.net.Eee;
import dev.unhang.model.net.LinkDetection;
import dev.unhang.model.net.LinkModes;
import dev.unhang.model.net.LinkPort;
import dev.unhang.model.net.Parameter;
import dev.unhang.model.net.Pause;
import dev.unhang.model.net.PrivateFlag;
import dev.unhang.model.net.Rings;
import dev.unhang.model.net.WakeOnLan;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EthtoolOutputsTest {
  @Test
  void theDriverAndWhatItLeavesEmpty() {
    assertThat(EthtoolDriver.read(Outputs.pasted("ethtool-i.veth.txt")).known())
        .contains(new DriverInfo("veth", "1.0", "", ""));
  }

  @Test
  void aDriverWhoseLinesAreCutSaysWhatIsMissing() {
    Reading<DriverInfo> read =
        EthtoolDriver.read(Outputs.of("driver: e1000e\nversion: 6.8.12-4-pve\n"));
    assertThat(read.known()).contains(new DriverInfo("e1000e", "6.8.12-4-pve", "", ""));
    assertThat(((Reading.Partly<DriverInfo>) read).troubles())
        .extracting(trouble -> trouble.what())
        .containsExactly("a line is missing: firmware-version", "a line is missing: bus-info");
  }

  @Test
  void countersInTheDriversOrder() {
    List<Counter> counters =
        EthtoolStatistics.read(Outputs.pasted("ethtool-S.veth.txt")).known().orElseThrow();
    assertThat(counters).hasSize(10).startsWith(new Counter("peer_ifindex", 2));
  }

  @Test
  void countersAreUnsignedAndOnesBeyond64BitsAreNone() {
    Reading<List<Counter>> read =
        EthtoolStatistics.read(
            Outputs.of(
                "NIC statistics:\n"
                    + "     tx: most: 18446744073709551615\n"
                    + "     rx: 18446744073709551616\n"));
    assertThat(read.known().orElseThrow()).containsExactly(new Counter("tx: most", -1));
    assertThat(read).isInstanceOf(Reading.Partly.class);
  }

  /// Made up after ethtool's netlink/pause.c.
  @Test
  void pauseWithWhatWasNegotiated() {
    String text =
        "Pause parameters for eno1:\n"
            + "Autonegotiate:\ton\n"
            + "RX:\t\ton\n"
            + "TX:\t\toff\n"
            + "RX negotiated: on\n"
            + "TX negotiated: off\n\n";
    assertThat(EthtoolPause.read(Outputs.of(text)))
        .isEqualTo(new Reading.Read<>(new Pause(true, true, false), Outputs.of("").origin()));
  }

  @Test
  void whatIsNotOfferedIsAbsentAndNotOff() {
    assertThat(EthtoolPause.read(Outputs.pasted("ethtool-a.not-offered.txt")))
        .isInstanceOfSatisfying(
            Reading.Absent.class,
            absent -> assertThat(absent.why()).isEqualTo(WhyAbsent.NOT_OFFERED));
  }

  /// Made up after ethtool's netlink/rings.c, and its ioctl form of 2019.
  @Test
  void ringsNowAndAtMost() {
    String text =
        "Ring parameters for eno1:\n"
            + "Pre-set maximums:\n"
            + "RX:\t\t4096\n"
            + "RX Mini:\tn/a\n"
            + "RX Jumbo:\tn/a\n"
            + "TX:\t\t4096\n"
            + "TX push buff len:\tn/a\n"
            + "Current hardware settings:\n"
            + "RX:\t\t256\n"
            + "RX Mini:\tn/a\n"
            + "TX:\t\t512\n"
            + "TX Push:\toff\n";
    assertThat(EthtoolRings.read(Outputs.of(text)))
        .isEqualTo(
            new Reading.Read<>(
                new Rings(Optional.of(256), Optional.of(4096), Optional.of(512), Optional.of(4096)),
                Outputs.of("").origin()));
    String cut = text.substring(0, text.indexOf("Current"));
    assertThat(EthtoolRings.read(Outputs.of(cut)).known()).isEmpty();
  }

  @Test
  void onlyParametersThisDriverHas() {
    assertThat(EthtoolCoalescing.read(Outputs.pasted("ethtool-c.tap.txt")))
        .isInstanceOf(Reading.Read.class)
        .extracting(read -> read.known().orElseThrow())
        .isEqualTo(List.of(new Parameter("rx-frames", 0)));
  }

  @Test
  void switchesOfCoalescingAreZeroAndOne() {
    String text =
        "Coalesce parameters for eno1:\nAdaptive RX: off  TX: on\nrx-usecs: 3\nrx-frame-low: 7\n";
    assertThat(EthtoolCoalescing.read(Outputs.of(text)).known().orElseThrow())
        .containsExactly(
            new Parameter("adaptive-rx", 0),
            new Parameter("adaptive-tx", 1),
            new Parameter("rx-usecs", 3),
            new Parameter("rx-frames-low", 7));
  }

  /// Made up after ethtool's e1000.c; the values are the incident's.
  @Test
  void registersByTheirLabels() {
    String text =
        """
        MAC Registers
        -------------
        0x00000: CTRL (Device control register)  0x18180240
              Endian mode (buffers):             little
        0x00008: STATUS (Device status register) 0x00080083
              Duplex:                            full
        0x00400: TCTL (Transmit ctrl register)   0x3103F0FA
        0x03810: TDH   (Transmit desc head)      0x00000061
        0x03818: TDT   (Transmit desc tail)      0x00000090
        PHY type:                                unknown
        """;
    assertThat(EthtoolRegisters.read(Outputs.of(text)).known().orElseThrow())
        .containsExactly(
            new RegisterWord("CTRL", 0, 0x18180240L),
            new RegisterWord("STATUS", 8, 0x80083),
            new RegisterWord("TCTL", 0x400, 0x3103f0faL),
            new RegisterWord("TDH", 0x3810, 0x61),
            new RegisterWord("TDT", 0x3818, 0x90));
    String cut = text.substring(0, text.indexOf("090\n") + 1);
    assertThat(EthtoolRegisters.read(Outputs.of(cut)).known().orElseThrow()).hasSize(4);
  }

  @Test
  void aRegisterDumpWithoutLabelsIsNoneOfThese() {
    String text = "Offset\t\tValues\n------\t\t------\n0x0000:\t\t48 02 18 18 83 00 08 00\n";
    assertThat(EthtoolRegisters.read(Outputs.of(text))).isInstanceOf(Reading.Unreadable.class);
  }

  @Test
  void eeeOfAPartnerThatDoesNotOfferIt() {
    assertThat(EthtoolEee.read(Outputs.pasted("ethtool--show-eee.asus.txt")))
        .isInstanceOf(Reading.Read.class)
        .extracting(read -> read.known().orElseThrow())
        .isEqualTo(
            new Eee(
                true,
                false,
                Optional.of(true),
                Optional.of(17L),
                List.of("100baseT/Full", "1000baseT/Full"),
                List.of("100baseT/Full", "1000baseT/Full"),
                Optional.empty()));
  }

  @Test
  void privateFlagsByTheDriversNames() {
    String text = "Private flags for eno1:\ns0ix-enabled : off\ndisable-k1   : on\n";
    assertThat(EthtoolPrivateFlags.read(Outputs.of(text)).known().orElseThrow())
        .containsExactly(
            new PrivateFlag("s0ix-enabled", false), new PrivateFlag("disable-k1", true));
  }

  /// Made up after ethtool's netlink/settings.c.
  @Test
  void settingsOfALinkWithAPartner() {
    LinkSettings link =
        EthtoolLink.read(
            Outputs.of(
                """
                Settings for eno1:
                	Supported ports: [ TP ]
                	Supported link modes:   10baseT/Half 10baseT/Full
                	                        1000baseT/Full
                	Supported pause frame use: No
                	Advertised link modes:  1000baseT/Full
                	Link partner advertised link modes:  100baseT/Full
                	                                     1000baseT/Full
                	Speed: 1000Mb/s
                	Duplex: Full
                	Auto-negotiation: on
                	Supports Wake-on: pumbg
                	Wake-on: d
                        Current message level: 0x00000007 (7)
                                               drv probe link
                	Link detected: yes
                """));
    assertThat(link.modes().known())
        .contains(
            new LinkModes(
                Optional.of(true),
                List.of("10baseT/Half", "10baseT/Full", "1000baseT/Full"),
                Optional.of(List.of("1000baseT/Full")),
                Optional.of(List.of("100baseT/Full", "1000baseT/Full")),
                Optional.of(1000L),
                Optional.of("full")));
    assertThat(link.detection().known()).contains(new LinkDetection(true, Optional.empty()));
    assertThat(link.wakeOnLan().known())
        .contains(new WakeOnLan(List.of("phy", "ucast", "mcast", "bcast", "magic"), List.of()));
  }

  /// Made up after ethtool's common.c, dump_mdix().
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "on (auto), true, auto",
        "off (auto), false, auto",
        "off (forced), -, off",
        "Unknown (auto), -, auto",
        "Unknown, -, -"
      })
  void portsOfALink(String pairs, @Nullable Boolean crossed, @Nullable String crossing) {
    String text =
        "Settings for eno1:\n\tPort: Twisted Pair\n\tPHYAD: 1\n\tTransceiver: internal\n\tMDI-X: ";
    assertThat(EthtoolLink.read(Outputs.of(text + pairs + "\n")).port().known())
        .contains(
            new LinkPort(
                "twisted pair",
                1,
                Optional.ofNullable(crossed),
                Optional.ofNullable(crossing),
                "internal"));
  }

  /// Without one of the three that the kernel always tells, the output was cut.
  @Test
  void aPortThatIsCutIsNone() {
    assertThat(
            EthtoolLink.read(Outputs.of("Settings for eno1:\n\tPort: FIBRE\n\tPHYAD: 9999999999\n"))
                .port()
                .known())
        .isEmpty();
  }

  @Test
  void whatIsUnknownWithoutALinkIsEmpty() {
    LinkSettings link =
        EthtoolLink.read(
            Outputs.of(
                "Settings for eno1:\n"
                    + "\tSupported link modes: Not reported\n"
                    + "\tAdvertised link modes: Not reported\n"
                    + "\tSpeed: Unknown!\n"
                    + "\tDuplex: Unknown! (255)\n"
                    + "\tLink detected: no (No cable)\n"));
    assertThat(link.modes().known())
        .contains(
            new LinkModes(
                Optional.empty(),
                List.of(),
                Optional.of(List.of()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    assertThat(link.detection().known()).contains(new LinkDetection(false, Optional.of(4)));
    assertThat(link.wakeOnLan().known()).isEmpty();
  }

  @Test
  void aRealVethsSettings() {
    LinkSettings link = EthtoolLink.read(Outputs.pasted("ethtool.veth.txt"));
    assertThat(link.modes().known().orElseThrow().speedMegabits()).contains(10_000L);
    assertThat(link.detection().known()).contains(new LinkDetection(true, Optional.empty()));
    assertThat(link.port().known().orElseThrow().connector()).isEqualTo("twisted pair");
  }
}

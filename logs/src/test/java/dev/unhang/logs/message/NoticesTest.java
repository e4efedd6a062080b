package dev.unhang.logs.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.unhang.logs.ReadLogs;
import dev.unhang.model.log.LogFacts;
import dev.unhang.model.log.Notice;
import dev.unhang.model.log.NoticeLines;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is said of NICs and of the host besides hangs and faults.
class NoticesTest {
  private static List<NoticeLines> notices(String... lines) {
    return ReadLogs.facts(String.join("\n", lines) + "\n").notices();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SOFT_LOCKUP | watchdog: BUG: soft lockup - CPU#3 stuck for 22s! [kworker/3:1:120]",
        "SOFT_LOCKUP | NMI watchdog: BUG: soft lockup - CPU#0 stuck for 23s! [swapper/0:0]",
        "HARD_LOCKUP | watchdog: Watchdog detected hard LOCKUP on cpu 3",
        "HARD_LOCKUP | NMI watchdog: Watchdog detected hard LOCKUP on cpu 3Modules linked in:",
        "RCU_STALL | rcu: INFO: rcu_preempt detected stalls on CPUs/tasks:",
        "RCU_STALL | rcu: INFO: rcu_preempt detected expedited stalls on CPUs/tasks: { 3-.... }",
        "RCU_STALL | INFO: rcu_sched self-detected stall on CPU",
        "CARD_UNPLUGGED | pcieport 0000:00:1c.4: pciehp: Slot(4): Card not present",
        "USB_UNPLUGGED | usb 2-1.4: USB disconnect, device number 5",
        "USB_RESET | usb 4-1: reset SuperSpeed USB device number 2 using xhci-hcd",
        "USB_RESET | usb 1-1.2: reset high-speed USB device number 4 using dwc_otg"
      })
  void aHostsNoticeNamesNoNic(Notice notice, String line) {
    assertThat(notices("[    9.000000] " + line))
        .extracting(NoticeLines::notice, lines -> lines.nic().interfaceName().isEmpty())
        .containsExactly(tuple(notice, true));
    byte[] bytes = line.getBytes(StandardCharsets.US_ASCII);
    assertThat(MessageFamilies.candidates().any(bytes, 0, bytes.length))
        .as("found in bulk logs")
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DRIVER_REMOVED | eno1 | e1000e 0000:00:1f.6 eno1: removed PHC",
        "ADAPTER_UNPLUGGED | eth1 | ax88179_178a 2-1:1.0 eth1: unregister 'ax88179_178a'"
            + " usb-0000:00:14.0-1, ASIX AX88179 USB 3.0 Gigabit Ethernet",
        "ADAPTER_RESET | eno1 | e1000e 0000:00:1f.6 eno1: Reset adapter unexpectedly",
        "WATCHDOG_FIRED | eno1 | NETDEV WATCHDOG: eno1 (e1000e): transmit queue 0 timed out",
        "DRIVER_REMOVED | enp2s0 | igc 0000:02:00.0 enp2s0: PHC removed",
        "ADAPTER_RESET | eth0 | alx 0000:03:00.0 eth0: fatal interrupt 0x4000607, resetting",
        "SPEED_DOWNGRADED | eno1 | igb 0000:03:00.0 eno1: Link Speed was downgraded by SmartSpeed",
        "LINK_UP | eno1 | e1000e 0000:00:1f.6 eno1: NIC Link is Up 1000 Mbps Full Duplex",
        "LINK_DOWN | eno1 | e1000e 0000:00:1f.6 eno1: NIC Link is Down"
      })
  void aNicsNoticeNamesIt(Notice notice, String nic, String line) {
    assertThat(notices("[    9.000000] " + line))
        .extracting(NoticeLines::notice, lines -> lines.nic().interfaceName().orElse(""))
        .containsExactly(tuple(notice, nic));
    byte[] bytes = line.getBytes(StandardCharsets.US_ASCII);
    assertThat(MessageFamilies.candidates().any(bytes, 0, bytes.length))
        .as("found in bulk logs")
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "he said: BUG: soft lockup - CPU#3 stuck for 22s!",
        "watchdog: BUG: soft lockup - CPU#x",
        "rcu: INFO: rcu_preempt kthread starved for 2000 jiffies!",
        "mmc0: Card not present",
        "usb 2-1: new SuperSpeed USB device number 5 using xhci_hcd",
        "snd_hda_intel 0000:00:1f.3: removed PHC",
        "nvme 0000:00:1f.3: unregister 'x'"
      })
  void otherWordsAreNoNotice(String line) {
    assertThat(notices("[    9.000000] " + line)).isEmpty();
  }

  @Test
  void linesThatFollowCloselyAreJoinedAndOthersAreNot() {
    String soft = "watchdog: BUG: soft lockup - CPU#3 stuck for 22s! [kworker/3:1:120]";
    assertThat(
            notices("[   50.000000] " + soft, "[   78.000000] " + soft, "[  900.000000] " + soft))
        .extracting(NoticeLines::lines, lines -> lines.last().text())
        .containsExactly(tuple(2L, "[   78.000000]"), tuple(1L, "[  900.000000]"));
  }

  @Test
  void anotherBootBeginsAnew() {
    String reset = "e1000e 0000:00:1f.6 eno1: Reset adapter unexpectedly";
    LogFacts facts = ReadLogs.facts("[   50.000000] " + reset + "\n[   2.000000] " + reset + "\n");
    assertThat(facts.notices()).extracting(NoticeLines::lines).containsExactly(1L, 1L);
    assertThat(facts.counts().resets()).isEqualTo(2);
  }

  @Test
  void anAddressGetsItsName() {
    assertThat(
            notices(
                "[    1.000000] igb 0000:09:00.0 eno1: added PHC on eth0",
                "[    9.000000] igb 0000:09:00.0: removed PHC on eno1"))
        .extracting(lines -> lines.nic().interfaceName().orElse(""))
        .containsExactly("eno1");
  }

  /// e1000e_close() says so of a link that is down already.
  @Test
  void downsWithoutAnUpBetweenAreOneChange() {
    String down = "e1000e 0000:00:1f.6 eno1: NIC Link is Down";
    LogFacts facts =
        ReadLogs.facts("[  100.0] " + down + "\n[  104.5] " + down + "\n[  109.1] " + down + "\n");
    assertThat(facts.notices())
        .extracting(NoticeLines::notice, NoticeLines::lines)
        .containsExactly(tuple(Notice.LINK_DOWN, 1L), tuple(Notice.LINK_STILL_DOWN, 2L));
    assertThat(facts.counts().linkDown()).isEqualTo(3);
  }

  @Test
  void downsWithUpsBetweenAreAsMany() {
    String link = "e1000e 0000:00:1f.6 eno1: NIC Link is ";
    assertThat(
            notices(
                "[  100.0] " + link + "Down",
                "[  102.0] " + link + "Up 1000 Mbps Full Duplex, Flow Control: Rx/Tx",
                "[  104.5] " + link + "Down"))
        .extracting(NoticeLines::notice, NoticeLines::lines)
        .containsExactly(tuple(Notice.LINK_DOWN, 2L), tuple(Notice.LINK_UP, 1L));
  }

  @Test
  void anotherNicsUpIsNoUpOfThisOne() {
    assertThat(
            notices(
                "[  100.0] e1000e 0000:00:1f.6 eno1: NIC Link is Down",
                "[  102.0] igb 0000:03:00.0 eno2: igb: eno2 NIC Link is Up 1000 Mbps Full Duplex",
                "[  104.5] e1000e 0000:00:1f.6 eno1: NIC Link is Down"))
        .extracting(NoticeLines::notice)
        .containsExactly(Notice.LINK_DOWN, Notice.LINK_UP, Notice.LINK_STILL_DOWN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1000 | true | e1000e 0000:00:1f.6 eno1: NIC Link is Up 1000 Mbps Full Duplex",
        "10 | false | e1000e 0000:00:1f.6 eno1: NIC Link is Up 10 Mbps Half Duplex, Flow Control:"
            + " None",
        "2500 | true | r8169 0000:03:00.0 eth0: Link is Up - 2.5Gbps/Full - flow control off",
        "100 | true | asix 2-3:1.0 eth1: link up, 100Mbps, full-duplex, lpa 0xC1E1",
        "10000 | - | ixgbe 0000:03:00.0 eth0: NIC Link is Up 10 Gbps, Flow Control: RX/TX",
        "1000 | true | macb e000b000.ethernet eth0: link up (1000/Full)",
        "100 | false | macb e000b000.ethernet eth0: link up (100/Half)",
        "1000 | true | alx 0000:03:00.0 eth0: NIC Up: 1 Gbps Full",
        "10000 | - | atlantic 0000:03:00.0 eth0: atlantic: link change old 0 new 10000",
        "5000 | - | aqc111 2-1:1.0 eth0: Link Speed 5000, USB 3",
        "10000 | true | sfc 0000:03:00.0 eth0: link up at 10000Mbps full-duplex (MTU 1500)",
        "- | - | mlx5_core 0000:41:00.0 eth0: Link up"
      })
  void aLinkComesUpWithASpeed(String megabits, String full, String line) {
    assertThat(notices("[    9.000000] " + line))
        .singleElement()
        .satisfies(lines -> {
          assertThat(lines.mode().megabits().map(String::valueOf).orElse("-")).isEqualTo(megabits);
          assertThat(lines.mode().full().map(String::valueOf).orElse("-")).isEqualTo(full);
        });
  }

  @Test
  void linesOfAnotherSpeedAreOthers() {
    String up = "e1000e 0000:00:1f.6 eno1: NIC Link is Up ";
    assertThat(notices("[   10.0] " + up + "1000 Mbps Full Duplex", "[   20.0] " + up + "100 Mbps"))
        .extracting(lines -> lines.mode().megabits().orElse(0))
        .containsExactly(1000, 100);
  }

  @Test
  void aResetThatIsSaidInTwoWaysIsOne() {
    assertThat(
            notices(
                "[   10.000000] igc 0000:02:00.0 eth0: Register Dump",
                "[   10.000400] igc 0000:02:00.0 eth0: Register Name   Value",
                "[   10.004000] igc 0000:02:00.0 eth0: Reset adapter",
                "[   20.000000] igc 0000:02:00.0 eth0: Reset adapter"))
        .singleElement()
        .extracting(NoticeLines::notice, NoticeLines::lines)
        .containsExactly(Notice.ADAPTER_RESET, 2L);
  }
}

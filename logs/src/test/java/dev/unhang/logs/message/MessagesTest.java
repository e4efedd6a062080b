package dev.unhang.logs.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.logs.record.LogRecord;
import dev.unhang.logs.record.LogRecord.Border;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Place;
import dev.unhang.model.id.PciAddress;
import dev.unhang.model.log.KernelEvent;
import dev.unhang.model.log.KernelEvent.AdapterReset;
import dev.unhang.model.log.KernelEvent.BootBegins;
import dev.unhang.model.log.KernelEvent.LinkChanged;
import dev.unhang.model.log.KernelEvent.ShutdownBegins;
import dev.unhang.model.log.KernelEvent.WatchdogFired;
import dev.unhang.model.log.LogStamp;
import dev.unhang.model.log.LoggedNic;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {
  private static Optional<KernelEvent> read(String writer, String line) {
    LogRecord record =
        new LogRecord(
            Optional.empty(),
            LogStamp.NONE,
            new Place.Line(new Origin("kernel.log"), 1),
            List.of(line),
            Border.STAMPED,
            Optional.of(writer).filter(name -> !name.isEmpty()),
            Optional.empty());
    return MessageFamilies.read(record, line);
  }

  /// `driver address interface`, `-` for what the line doesn't say.
  private static String words(LoggedNic nic) {
    return nic.driver().orElse("-")
        + " "
        + nic.pci().map(PciAddress::value).orElse("-")
        + " "
        + nic.interfaceName().orElse("-");
  }

  @ParameterizedTest
  @CsvSource({
    "0000:00:19.0: eth0: Detected Tx Unit Hang:, - 0000:00:19.0 eth0, 2.6.24",
    "e1000e 0000:00:19.0: eth0: Detected Hardware Unit Hang:, e1000e 0000:00:19.0 eth0, up to v3.6",
    "e1000e 0000:00:19.0 eth0: Detected Hardware Unit Hang:, e1000e 0000:00:19.0 eth0, since v3.7",
    "e1000e 0000:00:19.0 eno1: Detected Hardware Unit Hang:, e1000e 0000:00:19.0 eno1, the"
        + " incident",
    "e1000e 0000:80:1f.6 nic0: Detected Hardware Unit Hang:, e1000e 0000:80:1f.6 nic0, bus 80",
    "e1000e 0000:00:1F.6 enp0s31f6: Detected Hardware Unit Hang:, e1000e 0000:00:1f.6 enp0s31f6,"
        + " upper case",
    "e1000e 0000:00:1f.6 _p2cf05d501bfb: Detected Hardware Unit Hang:, e1000e 0000:00:1f.6"
        + " _p2cf05d501bfb, IncusOS",
    "e1000e 0000:00:1f.6 eno1 (unregistering): Detected Hardware Unit Hang:, e1000e 0000:00:1f.6"
        + " eno1, state suffix",
    "e1000e 0000:00:1f.6 vmnic0: Detected Hardware Unit Hang, e1000e 0000:00:1f.6 vmnic0, no colon",
    "Detected Hardware Unit Hang:, e1000e - -, only e1000e says so",
    "'     Detected Hardware Unit Hang:', e1000e - -, pasted without prefix",
    "e1000: eth0: e1000_clean_tx_irq: Detected Tx Unit Hang, e1000 - eth0, e1000 of 2005",
    "e1000 0000:02:00.0: eth0: Detected Tx Unit Hang, e1000 0000:02:00.0 eth0, e1000 since",
    "igb 0000:09:00.1: Detected Tx Unit Hang, igb 0000:09:00.1 -, dev_err()",
    "igc 0000:01:00.0 enp1s0: Detected Tx Unit Hang, igc 0000:01:00.0 enp1s0, igc",
    "ixgbe 0000:03:00.0 enp3s0: Detected Tx Unit Hang, ixgbe 0000:03:00.0 enp3s0, ixgbe",
    "ixgbe 0000:03:00.0 ixgbe-x520-2: Detected Tx Unit Hang (XDP), ixgbe 0000:03:00.0 ixgbe-x520-2,"
        + " XDP",
    "e1000e 0000:00:19.0 eno1: Detected Hardware Unit Hang: TDH <61> TDT <90>, e1000e 0000:00:19.0"
        + " eno1, flattened"
  })
  void aHeaderNamesItsNic(String line, String nic, String why) {
    assertThat(UnitHang.header(line).map(MessagesTest::words)).as(why).contains(nic);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "e1000e 0000:00:19.0 eno1: Reset adapter unexpectedly",
        "e1000e 0000:00:19.0 eno1: Hardware Error",
        "INFO: task kworker:1 hung",
        "overlayfs: failed to resolve 'e1000e 0000:00:19.0 eno1: Detected Hardware Unit Hang:'",
        "maja : COMMAND=/usr/bin/grep 'Detected Hardware Unit Hang' /var/log/kern.log",
        "        e_err(\"Detected Hardware Unit Hang:\\n\"",
        "grep -c 'Detected Hardware Unit Hang' kern.log",
        "the log said: Detected Hardware Unit Hang and then nothing",
        "Detected Hardware Unit Hangs",
        "[Hardware Error]: Detected Tx Unit Hang in text"
      })
  void aQuoteIsNoHeader(String line) {
    assertThat(UnitHang.header(line)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'  TDH                  <61>', {TDH=61}",
    "TDH <0>, {TDH=0}",
    "TDT<90>, {TDT=90}",
    "'TDH <8E>  TDT <b0>  next_to_use <b0>  next_to_clean <8d>', '{TDH=8e, TDT=b0, next_to_use=b0,"
        + " next_to_clean=8d}'",
    "next_to_watch        <0000000097d42934>, {next_to_watch=0000000097d42934}",
    "next_to_watch.status <0>, {next_to_watch.status=0}",
    "'  time_stamp           <1000936a9>  # 4 min', {time_stamp=1000936a9}",
    "PHY 1000BASE-T Status  <3800>, {PHY 1000BASE-T Status=3800}",
    "PHY Status             <796d>, {PHY Status=796d}",
    "PCI Status             <10>, {PCI Status=10}",
    "desc.status          <168000>, {desc.status=168000}",
    "Tx Queue             <2>, {Tx Queue=2}",
    "dma                  <1f2e3d>, {dma=1f2e3d}",
    "'TDH, TDT             <93>, <9d>', '{TDH=93, TDT=9d}'",
    "TDH                  <varies>, {}",
    "TDH                  , {}",
    "TDH                  <...>, {}",
    "TDH                  <12345678901234567>, {}",
    "time_stamp      $, {}",
    "buffer_info[next_to_clean]:, {}",
    "tx_buffer_info[next_to_clean], {}",
    "XTDH <61>, {}",
    "RDH <61>, {}",
    "[<ffffffff816a3d91>], {}"
  })
  void aFieldIsALabelAndAHexNumber(String line, String fields) {
    assertThat(UnitHang.fields(line)).hasToString(fields);
  }

  @ParameterizedTest
  @CsvSource({
    "NETDEV WATCHDOG: eth0: transmit timed out, - - eth0",
    "NETDEV WATCHDOG: eth0 (e1000e): transmit queue 0 timed out, e1000e - eth0",
    "NETDEV WATCHDOG: eth3 (ice): transmit queue 17 timed out, ice - eth3",
    "NETDEV WATCHDOG: eth0 (): transmit queue 0 timed out, - - eth0",
    "NETDEV WATCHDOG: enp1s0 (r8169): transmit queue 0 timed o>, r8169 - enp1s0",
    "e1000e 0000:00:1f.6 eno1: NETDEV WATCHDOG: CPU: 3: transmit queue 0 timed out 5432 ms, e1000e"
        + " 0000:00:1f.6 eno1",
    "e1000e 0000:00:1f.6 eno1: NETDEV WATCHDOG: CPU: 3: transmit queue 0 timed out xxx ms, e1000e"
        + " 0000:00:1f.6 eno1",
    "r8169 0000:01:00.0 enp1s0: NETDEV WATCHDOG: CPU: 0: transmit queue 0 timed out, r8169"
        + " 0000:01:00.0 enp1s0",
    "NETDEV WATCHDOG: end0 (st_gmac): transmit queue 1 timed out, st_gmac - end0"
  })
  void theWatchdogNamesItsNic(String line, String nic) {
    assertThat(read("", line))
        .hasValueSatisfying(event ->
            assertThat(event)
                .isInstanceOfSatisfying(
                    WatchdogFired.class, it -> assertThat(words(it.nic())).isEqualTo(nic)));
  }

  @ParameterizedTest
  @CsvSource({
    "e1000e 0000:00:1f.6 eno1: Reset adapter unexpectedly, e1000e 0000:00:1f.6 eno1",
    "e1000e 0000:00:19.0: eth0: Reset adapter, e1000e 0000:00:19.0 eth0",
    "igb 0000:09:00.1 enp9s0f1: Reset adapter, igb 0000:09:00.1 enp9s0f1",
    "e1000: eth0: e1000_reset_task: Reset adapter, e1000 - eth0",
    "igc 0000:01:00.0 enp1s0: Reset adapter, igc 0000:01:00.0 enp1s0"
  })
  void aResetNamesItsNic(String line, String nic) {
    assertThat(read("kernel", line))
        .hasValueSatisfying(event ->
            assertThat(event)
                .isInstanceOfSatisfying(
                    AdapterReset.class, it -> assertThat(words(it.nic())).isEqualTo(nic)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "e1000e 0000:00:19.0 eno1: NIC Link is Up 1000 Mbps Full Duplex, Flow Control: Rx/Tx"
            + " | true | e1000e 0000:00:19.0 eno1",
        "e1000e 0000:00:19.0 eno1: NIC Link is Up | true | e1000e 0000:00:19.0 eno1",
        "e1000e 0000:00:19.0 eno1: NIC Link is Down | false | e1000e 0000:00:19.0 eno1",
        "e1000e: eth0 NIC Link is Up 1000 Mbps Full Duplex | true | e1000e - eth0",
        "e1000: eth0: e1000_watchdog: NIC Link is Up 100 Mbps Full Duplex | true | e1000 - eth0",
        "e1000: eth0 NIC Link is Down | false | e1000 - eth0",
        "igb: eth0 NIC Link is Up 1000 Mbps Full Duplex | true | igb - eth0",
        "igb 0000:09:00.1 enp9s0f1: igb: enp9s0f1 NIC Link is Up | true | igb 0000:09:00.1"
            + " enp9s0f1",
        "igc 0000:0b:00.0 eno1: NIC Link is Up 1000 | true | igc 0000:0b:00.0 eno1",
        "ixgbe 0000:03:00.0 enp3s0: NIC Link is Up 10 Gbps | true | ixgbe 0000:03:00.0 enp3s0",
        "i40e 0000:19:00.0 eno1: NIC Link is Up, 10 Gbps | true | i40e 0000:19:00.0 eno1",
        "ice 0000:31:00.0 ens1: NIC Link is up 25 Gbps | true | ice 0000:31:00.0 ens1",
        "r8169 0000:03:00.0 enp3s0: Link is Up - 1Gbps/Full - flow control rx/tx | true | r8169"
            + " 0000:03:00.0 enp3s0",
        "r8169 0000:03:00.0 enp3s0: Link is Down | false | r8169 0000:03:00.0 enp3s0",
        "r8169 0000:03:00.0: eth0: link up | true | r8169 0000:03:00.0 eth0",
        "r8169 0000:03:00.0 eth0: link down | false | r8169 0000:03:00.0 eth0",
        "r8169: eth0: link up | true | r8169 - eth0",
        "tg3 0000:02:00.0 eth0: Link is up at 1000 Mbps, full duplex | true | tg3 0000:02:00.0"
            + " eth0",
        "tg3 0000:02:00.0: eth0: Link is down | false | tg3 0000:02:00.0 eth0",
        "tg3: eth0: Link is up at 100 Mbps | true | tg3 - eth0",
        "bnx2 0000:02:00.0 eno1: NIC Copper Link is Up, 1000 Mbps | true | bnx2 0000:02:00.0 eno1",
        "bnxt_en 0000:3b:00.0 eno1np0: NIC Link is Up, 10000 Mbps | true | bnxt_en 0000:3b:00.0"
            + " eno1np0",
        "mlx5_core 0000:41:00.0 enp65s0f0np0: Link up | true | mlx5_core 0000:41:00.0 enp65s0f0np0",
        "mlx5_core 0000:41:00.0 enp65s0f0np0: Link down | false | mlx5_core 0000:41:00.0"
            + " enp65s0f0np0",
        "sky2 0000:02:00.0 eth0: Link is up at 1000 Mbps | true | sky2 0000:02:00.0 eth0",
        "asix 2-3:1.0 eth1: link up, 100Mbps, full-duplex, lpa 0xC1E1 | true | asix - eth1",
        "fec 2188000.ethernet eth0: Link is Up - 100Mbps/Full | true | fec - eth0",
        "macb e000b000.ethernet eth0: link up (1000/Full) | true | macb - eth0",
        "eth0: link up, 100Mbps, full-duplex, lpa 0x45E1 | true | - - eth0",
        "eth0: link down | false | - - eth0",
        "eth0: Link is Up 1000 Mbps | true | - - eth0",
        "vmxnet3 0000:03:00.0 ens160: NIC Link is Up 10000 Mbps | true | vmxnet3 0000:03:00.0"
            + " ens160",
        "forcedeth 0000:00:08.0: eth0: link up | true | forcedeth 0000:00:08.0 eth0",
        "atl1c 0000:01:00.0 eth0: NIC Link Up<1000 Mbps Full Duplex> | true | atl1c 0000:01:00.0"
            + " eth0"
      })
  void aLinkChangeNamesItsNic(String line, boolean up, String nic) {
    assertThat(read("kernel", line))
        .hasValueSatisfying(event ->
            assertThat(event)
                .isInstanceOfSatisfying(
                    LinkChanged.class,
                    it -> {
                      assertThat(it.up()).isEqualTo(up);
                      assertThat(words(it.nic())).isEqualTo(nic);
                    }));
  }

  @ParameterizedTest
  @CsvSource({
    "'', ata1: SATA link up 6.0 Gbps (SStatus 133 SControl 300)",
    "'', ata5: SATA link down (SStatus 0 SControl 330)",
    "'', 'IPv6: ADDRCONF(NETDEV_CHANGE): eth0: link becomes ready'",
    "'', 'IPv6: ADDRCONF(NETDEV_UP): eth0: link is not ready'",
    "'', 'ADDRCONF(NETDEV_UP): eth0: link is not ready'",
    "'', 'bond0: (slave eno1): link status definitely up, 1000 Mbps full duplex'",
    "'', 'bond0: link status definitely down for interface eno1, disabling it'",
    "'', 'bonding: bond0: link status definitely up for interface eth0'",
    "'', 'bond0: link up'",
    "'', 'vmbr0: link up'",
    "'', 'br0: link down'",
    "'', 'bond0: (slave eno1): Link is Up'",
    "'', 'vmbr0: port 1(eno1) entered forwarding state'",
    "'', 'br0: port 1(eth0): topology change detected, link up'",
    "'', 'pcieport 0000:00:1c.0: Slot(0): Link Up'",
    "'', 'pcieport 0000:00:1c.0: pciehp: Slot(0): Link Down'",
    "'', 'pcieport 0000:00:1c.0: pciehp: Link Up event'",
    "'', 'nvme nvme0: link up'",
    "'', 'usb 1-1: link up'",
    "'', 'lpfc 0000:05:00.0: 0:1303 Link Up Event x1 received'",
    "'', 'qla2xxx [0000:05:00.0]-500a:1: LOOP UP detected (8 Gbps).'",
    "corosync, '  [KNET  ] link: host: 2 link: 0 is down'",
    "corosync, '[KNET  ] rx: host: 2 link: 0 is up'",
    "systemd-networkd, 'eno1: Link UP'",
    "systemd-networkd, 'eno1: Link is Up'",
    "NetworkManager, 'e1000e 0000:00:19.0 eno1: NIC Link is Down'",
    "root, 'e1000e 0000:00:19.0 eno1: NIC Link is Up 1000 Mbps'",
    "root, 'e1000e 0000:00:19.0 eno1: Reset adapter unexpectedly'",
    "root, 'NETDEV WATCHDOG: eth0 (e1000e): transmit queue 0 timed out'",
    "a program named kernel, 'e1000e 0000:00:19.0 eno1: Reset adapter unexpectedly'",
    "sudo, 'Linux version 6.1.0'",
    "root, 'reboot: Restarting system'",
    "logger, 'Sending SIGTERM to remaining processes...'",
    "systemd, 'Sent WATCHDOG=1 notification'",
    "'', 'iTCO_wdt: unexpected close, not stopping watchdog!'",
    "'', 'watchdog: watchdog0: watchdog did not stop!'",
    "'', 'usb 1-1: reset adapter'",
    "'', 'Hardware Error'",
    "'', 'the NETDEV WATCHDOG: story'"
  })
  void lookAlikesAreNoEvents(String writer, String line) {
    assertThat(read(writer, line)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "systemd-shutdown, Syncing filesystems and block devices.",
    "systemd-shutdown, Sending SIGTERM to remaining processes...",
    "systemd-journald, Received SIGTERM from PID 1 (systemd-shutdow).",
    "systemd-journald, Received SIGTERM from PID 1 (systemd-shutdown).",
    "systemd, Reached target shutdown.target - System Shutdown.",
    "systemd, Reached target Shutdown.",
    "systemd, Shutting down.",
    "kernel, reboot: Power down",
    "'', reboot: Restarting system",
    "'', 'systemd-shutdown[1]: Syncing filesystems and block devices.'"
  })
  void theWordsOfThoseWhoShutDownCount(String writer, String line) {
    assertThat(read(writer, line))
        .hasValueSatisfying(event -> assertThat(event).isInstanceOf(ShutdownBegins.class));
  }

  @ParameterizedTest
  @CsvSource({
    "systemd-journald, Received SIGTERM from PID 4711 (bash).",
    "systemd, Reached target Network.",
    "systemd, Stopped target Network.",
    "systemd-logind, System is rebooting."
  })
  void otherEndsAreNoShutdown(String writer, String line) {
    assertThat(read(writer, line)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "kernel, 'Linux version 6.1.0-56-amd64 (debian-kernel@lists.debian.org)'",
    "'', 'Linux version 2.6.18-4-686'"
  })
  void theBannerBeginsABoot(String writer, String line) {
    assertThat(read(writer, line))
        .hasValueSatisfying(event -> assertThat(event).isInstanceOf(BootBegins.class));
  }
}

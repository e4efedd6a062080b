package dev.unhang.fuzz;

import java.util.List;
import java.util.regex.Pattern;

/// Messages of every family that is read, and of some that are not.
final class Messages {
  private static final Pattern PROGRAM =
      Pattern.compile("(?:systemd|systemd-shutdown|systemd-journald|watchdog-mux|CRON|sshd)\\[");

  static final List<String> ALL =
      List.of(
          "usb 1-1: new high-speed USB device number 2 using xhci_hcd",
          "Linux version 6.1.0-18-amd64 (debian-kernel@lists.debian.org)",
          "systemd[1]: Reached target System Shutdown.",
          "systemd[1]: Shutting down.",
          "systemd-shutdown[1]: Syncing filesystems and block devices.",
          "systemd-journald[331]: Received SIGTERM from PID 1 (systemd-shutdow).",
          "reboot: Power down",
          "watchdog-mux[801]: client watchdog expired - disable watchdog updates",
          "e1000e 0000:00:19.0 eno1: NIC Link is Up 1000 Mbps Full Duplex, Flow Control: Rx/Tx",
          "e1000e 0000:00:19.0 eno1: NIC Link is Down",
          "e1000e: eth0 NIC Link is Up 1000 Mbps Full Duplex, Flow Control: None",
          "igb 0000:09:00.1 enp9s0f1: igb: enp9s0f1 NIC Link is Down",
          "r8169 0000:03:00.0 enp3s0: Link is Up - 1Gbps/Full - flow control rx/tx",
          "tg3 0000:02:00.0 eth1: Link is down",
          "asix 2-3:1.0 eth2: link up, 100Mbps, full-duplex, lpa 0xC1E1",
          "vmbr0: port 1(eno1) entered blocking state",
          "e1000e 0000:00:19.0 eno1: Reset adapter unexpectedly",
          "e1000e 0000:00:19.0 eno1: Reset adapter",
          "igb 0000:09:00.1 enp9s0f1: Reset adapter",
          "ixgbe 0000:04:00.0 eth4: initiating reset due to tx timeout",
          "NETDEV WATCHDOG: eno1 (e1000e): transmit queue 0 timed out",
          "NETDEV WATCHDOG: enp3s0 (r8169): transmit queue 0 timed out 5008 ms",
          "e1000e 0000:00:19.0 eno1: renamed from eth0",
          "igb 0000:09:00.1 enp9s0f1: renamed from eth1",
          "igc 0000:02:00.0 enp2s0: PCIe link lost, device now detached",
          "i40e 0000:01:00.0 ens1f0: tx_timeout: VSI_seid: 390, Q 5, NTC: 0x1f4",
          "tg3 0000:02:00.0 eth1: transmit timed out, resetting",
          "r8169 0000:03:00.0 enp3s0: rtl_txcfg_empty_cond == 0 (loop: 42, delay: 100).",
          "r8169 0000:03:00.0 enp3s0: renamed from eth0",
          "tg3 0000:02:00.0 eth1: Tigon3 [partno(BCM95720) rev 5720000] (PCI Express)",
          "atlantic 0000:05:00.0 enp5s0: atlantic: link change old 0 new 1000",
          "e1000e 0000:00:19.0 eno1: Hardware Error",
          "e1000e 0000:00:19.0: The NVM Checksum Is Not Valid",
          "igc 0000:02:00.0: PCIe Bus Error: severity=Correctable, type=Physical Layer",
          "igc 0000:02:00.0: AER: can't recover (no error_detected callback)",
          "pcieport 0000:00:1c.4: AER: device recovery failed",
          "DMAR: [DMA Read NO_PASID] Request device [00:19.0] fault addr 0xfff8d000 [fault reason"
              + " 0x06] x",
          "DMAR: [DMA Write] Request device [02:00.0] fault addr 0xfff8d000 [fault reason 0x05] x",
          "DMAR: [DMA Read] Request device [03:00.0] fault addr 0xfff8d000 [fault reason 0x05] x",
          "AMD-Vi: Event logged [IO_PAGE_FAULT device=05:00.0 domain=0x000e address=0xfe000000"
              + " flags=0x0020]",
          "igc 0000:02:00.0: AMD-Vi: Event logged [IO_PAGE_FAULT domain=0x000e address=0x1"
              + " flags=0x0020]",
          "e1000: 0000:01:01.0: e1000_probe: (PCI:33MHz:32-bit) 00:0c:29:aa:bb:cc",
          "e1000: eth3: e1000_probe: Intel(R) PRO/1000 Network Connection",
          "e1000: eth3: e1000_clean_tx_irq: Detected Tx Unit Hang",
          "e1000e 0000:00:19.0 eno1: Detected Hardware Unit Hang:#012  TDH <61>#012  TDT <90>",
          "sshd[12]: e1000e 0000:00:19.0 eno1: Detected Hardware Unit Hang:",
          "a shell: echo 'e1000e 0000:00:19.0 eno1: Detected Hardware Unit Hang:' >/dev/kmsg",
          "  next_to_use          <1>",
          "  next_to_clean        <61>",
          "buffer_info[next_to_clean]:",
          "  next_to_watch.status <0>",
          "next_to_ is no field of anything",
          "CRON[99]: (root) CMD (test -x /usr/sbin/anacron || run-parts --report /etc/cron.daily)");

  private Messages() {}

  /// Whether a line names a program that wrote it.
  static boolean isPrograms(String message) {
    return PROGRAM.matcher(message).lookingAt();
  }

  /// A report of one of four NICs; another of the same packet, or of the next.
  static String report(int kind) {
    String nic =
        List.of(
                "e1000e 0000:00:19.0 eno1: Detected Hardware Unit Hang:",
                "igb 0000:09:00.1: Detected Tx Unit Hang",
                "ixgbe 0000:04:00.0 eth4: Detected Tx Unit Hang",
                "e1000: eth3: e1000_clean_tx_irq: Detected Tx Unit Hang")
            .get(kind & 3);
    return """
    %s
      TDH                  <%x>
      TDT                  <90>
      next_to_use          <90>
      next_to_clean        <%x>
    buffer_info[next_to_clean]:
      time_stamp           <%x>
      next_to_watch        <62>
      jiffies              <%x>
      next_to_watch.status <0>
    MAC Status             <40080083>
    PHY Status             <796d>
    PHY 1000BASE-T Status  <3800>
    PHY Extended Status    <3000>
    PCI Status             <10>\
    """
        .formatted(
            nic, kind >> 2 & 3, 0x60 + (kind >> 4 & 3), 0x10000, 0x10200 + (kind >> 6) * 500);
  }
}

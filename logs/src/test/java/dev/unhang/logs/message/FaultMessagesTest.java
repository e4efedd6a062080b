package dev.unhang.logs.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.unhang.logs.ReadLogs;
import dev.unhang.logs.record.LogRecord;
import dev.unhang.logs.record.LogRecord.Border;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Place;
import dev.unhang.model.log.Episode.Outcome;
import dev.unhang.model.log.Fault;
import dev.unhang.model.log.FaultLines;
import dev.unhang.model.log.KernelEvent;
import dev.unhang.model.log.KernelEvent.FaultReported;
import dev.unhang.model.log.KernelEvent.TransmitTimedOut;
import dev.unhang.model.log.KernelEvent.WatchdogFired;
import dev.unhang.model.log.LogFacts;
import dev.unhang.model.log.LogStamp;
import dev.unhang.model.log.QueueTimeout;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What drivers, the bus and the IOMMU say besides hang reports.
class FaultMessagesTest {
  private static Optional<KernelEvent> read(String writer, String line) {
    return MessageFamilies.read(
        new LogRecord(
            Optional.empty(),
            LogStamp.NONE,
            new Place.Line(new Origin("kernel.log"), 1),
            List.of(line),
            Border.STAMPED,
            Optional.of(writer),
            Optional.empty()),
        line);
  }

  private static LogFacts facts(String... lines) {
    return ReadLogs.facts((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "RECOVERY_FAILED | ice 0000:31:00.0 ens1f0: tx_timeout recovery unsuccessful, device is in"
            + " unrecoverable state.",
        "CHIP_NOT_READY | tg3 0000:02:00.0 eth0: tg3_stop_block timed out, ofs=1400"
            + " enable_bit=2",
        "CHIP_NOT_READY | r8169 0000:03:00.0 enp3s0: rtl_txcfg_empty_cond == 0 (loop: 42,"
            + " delay: 100).",
        "BUS_ERROR_UNCORRECTED | r8169 0000:03:00.0 enp3s0: PCI error (cmd = 0x0407, status_errs ="
            + " 0x0000)",
        "DEVICE_LOST | igc 0000:06:00.0 enp6s0: PCIe link lost, device now detached",
        "DEVICE_LOST | igb 0000:09:00.0 eno1: PCIe link lost",
        "DEVICE_LOST | ixgbe 0000:03:00.0: Adapter removed",
        "DEVICE_LOST | igc 0000:06:00.0: Unable to change power state from D3cold to D0, device"
            + " inaccessible",
        "NVM_CHECKSUM | e1000e 0000:00:1f.6: The NVM Checksum Is Not Valid",
        "PHY_UNREADABLE | e1000e 0000:00:1f.6 eno1: Error reading PHY register",
        "MANAGEMENT_ENGINE | e1000e 0000:00:19.0 eno1: ME firmware caused invalid TDT - resetting",
        "MANAGEMENT_ENGINE | e1000e 0000:00:1f.6 eno2: Failed to disable ULP",
        "HARDWARE_ERROR | e1000e 0000:00:1f.6 eno1: Hardware Error",
        "BUS_ERROR_CORRECTED | igc 0000:02:00.0: PCIe Bus Error: severity=Correctable,"
            + " type=Physical Layer, (Receiver ID)",
        "BUS_ERROR_CORRECTED | igb 0000:09:00.0: AER: PCIe Bus Error: severity=Corrected, type=Data"
            + " Link Layer, (Receiver ID)",
        "DEVICE_LOST | igc 0000:02:00.0: PCIe Bus Error: severity=Uncorrectable (Fatal),"
            + " type=Inaccessible, (Unregistered Agent ID)",
        "RECOVERY_FAILED | igc 0000:02:00.0: AER: can't recover (no error_detected callback)",
        "BUS_ERROR_BY_FIRMWARE | {1}[Hardware Error]:   device_id: 0000:09:00.0",
        "DMA_FAULT | igc 0000:02:00.0: AMD-Vi: Event logged [IO_PAGE_FAULT domain=0x000e"
            + " address=0xfe000000 flags=0x0020]"
      })
  void aNetworkDriversFaultIsReported(Fault fault, String line) {
    assertThat(read("kernel", line))
        .hasValueSatisfying(
            event -> assertThat(((FaultReported) event).fault()).as(line).isEqualTo(fault));
    byte[] bytes = ("xyz " + line).getBytes(StandardCharsets.US_ASCII);
    assertThat(MessageFamilies.candidates().any(bytes, 0, bytes.length))
        .as("found in bulk logs")
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nvme 0000:03:00.0: PCIe Bus Error: severity=Correctable, type=Physical Layer, (Receiver"
            + " ID)",
        "pcieport 0000:00:1c.4: AER: Corrected error received: 0000:02:00.0",
        "[Hardware Error]: Hardware error from APEI Generic Hardware Error Source: 0",
        "{1}[Hardware Error]:   slot: 0",
        "{1}[Hardware Error]:   vendor_id: 0x8086, device_id: 0x15be",
        "the log said: device_id: 0000:09:00.0",
        "mce: [Hardware Error]: Machine check events logged",
        "e1000e 0000:00:1f.6 eno1: Hardware Error: see below",
        "e1000e 0000:00:1f.6 eno1:Hardware Error",
        "ata1: transmit timed out, resetting",
        "usb 1-1: Adapter removed",
        "the log said: PCIe link lost",
        "DMAR: dmar0: Using Queued invalidation",
        "AMD-Vi: Interrupt remapping enabled",
        "i2c i2c-0: sendbytes (loop: 42, delay: 100).",
        "e1000e 0000:00:1f.6 eno1: registered PHC clock"
      })
  void whatIsNoNetworkCardsIsNot(String line) {
    assertThat(read("kernel", line)).isEmpty();
  }

  /// Which queue, how long, and whether the driver resets the NIC: where its words tell it.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "4 | - | true | ixgbe 0000:03:00.0 eth2: tx hang 19 detected on queue 4, resetting adapter",
        "- | - | true | tg3 0000:02:00.0 eth0: transmit timed out, resetting",
        "4 | - | false | i40e 0000:3d:00.0 eno1: tx_timeout: VSI_seid: 390, Q 4, NTC: 0x7f, HWB:"
            + " 0x7f",
        "1 | 21565 | false | mlx5_core 0000:03:00.0 eth0: TX timeout on queue: 1, SQ: 0x11ec, CQ:"
            + " 0x146d, SQ Cons: 0x0 SQ Prod: 0x1, usecs since last trans: 21565000",
        "0 | 9800 | false | virtio_net virtio1 eth0: TX timeout on queue: 0, sq: output.0, vq: 0x1,"
            + " name: output.0, 9800000 usecs ago",
        "2 | 5120 | false | am65-cpsw-nuss 8000000.ethernet eth0: txq:2 DRV_XOFF:1 tmo:5120"
            + " dql_avail:-100 free_desc:3",
        "- | - | false | hinic 0000:03:00.0 eth0: Tx timeout",
        "- | - | true | amd-xgbe 0000:06:00.1 eth0: tx timeout, device restarting",
        "- | - | false | eth0: transmit timed out, tx_status 00 status e601."
      })
  void aDriversOwnTimeoutTellsWhatItKnows(
      String queue, String millis, boolean resets, String line) {
    assertThat(read("kernel", line))
        .hasValueSatisfying(event -> {
          QueueTimeout told = ((TransmitTimedOut) event).timeout();
          assertThat(told.queue().map(String::valueOf).orElse("-")).isEqualTo(queue);
          assertThat(told.lasted().map(it -> "" + it.toMillis()).orElse("-")).isEqualTo(millis);
          assertThat(told.resets()).isEqualTo(resets);
        });
  }

  @Test
  void theWatchdogTellsWhichQueueAndHowLong() {
    assertThat(
            read(
                "kernel",
                "mtk_soc_eth 1e100000.ethernet eth0: NETDEV WATCHDOG: CPU: 3: transmit queue 3"
                    + " timed out 310210 ms"))
        .hasValueSatisfying(event ->
            assertThat(((WatchdogFired) event).timeout())
                .isEqualTo(
                    new QueueTimeout(
                        Optional.of(3), Optional.of(Duration.ofMillis(310210)), false)));
  }

  @Test
  void aProgramsWordsAreNoFault() {
    assertThat(read("monitor", "igc 0000:06:00.0 enp6s0: PCIe link lost, device now detached"))
        .isEmpty();
  }

  @Test
  void faultsAreCountedByNicAndKind() {
    LogFacts facts =
        facts(
            "[    1.000000] igc 0000:06:00.0 enp6s0: PCIe link lost, device now detached",
            "[    2.000000] e1000e 0000:00:1f.6 eno1: Error reading PHY register",
            "[    3.000000] e1000e 0000:00:1f.6 eno1: Error reading PHY register");
    assertThat(facts.episodes()).isEmpty();
    assertThat(facts.faults())
        .extracting(FaultLines::fault, FaultLines::lines, lines -> lines.last().text())
        .containsExactly(
            tuple(Fault.DEVICE_LOST, 1L, "[    1.000000]"),
            tuple(Fault.PHY_UNREADABLE, 2L, "[    3.000000]"));
  }

  /// Intel's IOMMU names an address, which may be any device's.
  @Test
  void aDmaFaultCountsWhereTheAddressIsAKnownNics() {
    String fault =
        "DMAR: [DMA Read NO_PASID] Request device [00:1f.6] fault addr 0xfff8d000 [fault reason"
            + " 0x06] PTE Read access is not set";
    assertThat(facts("[    9.000000] " + fault).faults()).isEmpty();
    assertThat(
            facts(
                    "[    1.000000] e1000e 0000:00:1f.6 eno1: NIC Link is Up 1000 Mbps Full Duplex",
                    "[    9.000000] " + fault)
                .faults())
        .singleElement()
        .satisfies(lines -> {
          assertThat(lines.fault()).isEqualTo(Fault.DMA_FAULT);
          assertThat(lines.nic().interfaceName()).contains("eno1");
        });
  }

  private static final String HANG =
      "May 25 15:23:30 pve-02 kernel: e1000e 0000:00:19.0 eno1: Detected Hardware Unit Hang:";
  private static final String EXPIRED =
      "May 25 15:23:36 pve-02 %s[812]: client watchdog expired - disable watchdog updates";
  private static final String NEXT_BOOT =
      "May 25 15:26:02 pve-02 kernel: Linux version 6.8.12-9-pve";

  @Test
  void aHangThatEndsWithTheClustersWatchdogWasFenced() {
    LogFacts facts = facts(HANG, String.format(EXPIRED, "watchdog-mux"), NEXT_BOOT);
    assertThat(facts.episodes())
        .singleElement()
        .satisfies(each -> assertThat(each.outcome()).isEqualTo(Outcome.FENCED_BY_WATCHDOG));
  }

  @Test
  void anotherProgramsWatchdogFencesNobody() {
    LogFacts facts = facts(HANG, String.format(EXPIRED, "systemd"), NEXT_BOOT);
    assertThat(facts.episodes())
        .singleElement()
        .satisfies(each -> assertThat(each.outcome()).isEqualTo(Outcome.ENDED_BY_POWER_LOSS));
  }

  @Test
  void aFenceBeforeAShutdownInGoodOrderCameToNothing() {
    LogFacts facts =
        facts(
            HANG,
            String.format(EXPIRED, "watchdog-mux"),
            "May 25 15:23:38 pve-02 systemd-shutdown[1]: Syncing filesystems and block devices.",
            NEXT_BOOT);
    assertThat(facts.episodes())
        .singleElement()
        .satisfies(each -> assertThat(each.outcome()).isEqualTo(Outcome.ENDED_BY_SHUTDOWN));
  }
}

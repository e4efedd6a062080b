package dev.unhang.logs.episode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.logs.ReadLogs;
import dev.unhang.model.log.Episode.Outcome;
import dev.unhang.model.log.LogFacts;
import dev.unhang.model.log.Standstill;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// How often, how long, and how it ended.
class StandstillTest {
  private static final String NIC = "igb 0000:02:00.0 enp2s0: ";

  private static String watchdog(double at, int queue, long millis) {
    return line(
        at, "NETDEV WATCHDOG: CPU: 0: transmit queue " + queue + " timed out " + millis + " ms");
  }

  private static String line(double at, String words) {
    return String.format("[%12.6f] ", at) + NIC + words;
  }

  private static List<Standstill> standstills(String... lines) {
    return ReadLogs.facts(String.join("\n", lines) + "\n").standstills();
  }

  @Test
  void aTimeoutThatTheDriverResetsIsOneThatEnded() {
    assertThat(standstills(watchdog(5000, 0, 9800), line(5001, "Reset adapter")))
        .singleElement()
        .satisfies(it -> {
          assertThat(it.outcome()).isEqualTo(Outcome.RESET_BY_DRIVER);
          assertThat(it.queues()).containsExactly(0);
          assertThat(it.lasted()).contains(Duration.ofMillis(9800));
          assertThat(it.byCore()).isTrue();
          assertThat(it.outcomePlace()).isPresent();
        });
  }

  @Test
  void eachTimeoutBetweenResetsIsOneOfItsOwn() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      lines.add(watchdog(5000 + 10 * i, 0, 9800));
      lines.add(line(5001 + 10 * i, "Reset adapter"));
    }
    assertThat(standstills(lines.toArray(String[]::new)))
        .hasSize(200)
        .allSatisfy(it -> assertThat(it.outcome()).isEqualTo(Outcome.RESET_BY_DRIVER));
  }

  /// The queue has stood since the same moment, whatever was done meanwhile.
  @Test
  void aQueueThatStandsLongerEachTimeStandsOnce() {
    assertThat(
            standstills(
                watchdog(7013.9, 3, 310210),
                watchdog(7018.9, 3, 315210),
                line(7019, "Reset adapter"),
                watchdog(7023.9, 3, 320210),
                watchdog(7028.9, 3, 325210)))
        .singleElement()
        .satisfies(it -> {
          assertThat(it.lines()).isEqualTo(4);
          assertThat(it.lasted()).contains(Duration.ofMillis(325210));
          assertThat(it.outcome()).isEqualTo(Outcome.CONTINUING);
        });
  }

  @Test
  void timeoutsThatBeganAtOtherMomentsAreSeveral() {
    assertThat(standstills(watchdog(1000, 0, 5010), watchdog(1008, 0, 5020)))
        .extracting(Standstill::outcome)
        .containsExactly(Outcome.UNKNOWN, Outcome.CONTINUING);
  }

  @Test
  void theWatchdogAndTheDriversOwnWordsTellOneStandstill() {
    assertThat(
            standstills(
                watchdog(1000, 0, 5010),
                line(1000.1, "transmit timed out, resetting"),
                line(1003, "NIC Link is Up 1000 Mbps Full Duplex, Flow Control: RX")))
        .singleElement()
        .satisfies(it -> {
          assertThat(it.lines()).isEqualTo(2);
          assertThat(it.outcome()).isEqualTo(Outcome.RESET_BY_DRIVER);
        });
  }

  @Test
  void queuesOfOneCallAreOneStandstill() {
    assertThat(standstills(watchdog(1000, 4, 5010), watchdog(1000.2, 7, 9900)))
        .singleElement()
        .satisfies(it -> assertThat(it.queues()).containsExactly(4, 7));
  }

  @Test
  void driversWordsAloneTellOfEachReset() {
    assertThat(
            standstills(
                line(1000, "tx hang, resetting"),
                line(1010, "tx hang, resetting"),
                line(1020, "tx hang, resetting")))
        .hasSize(3)
        .allSatisfy(it -> assertThat(it.byCore()).isFalse());
  }

  @Test
  void whatHappensHoursLaterEndedNothing() {
    assertThat(standstills(watchdog(1000, 0, 5010), line(9000, "Reset adapter")))
        .singleElement()
        .satisfies(it -> assertThat(it.outcome()).isEqualTo(Outcome.UNKNOWN));
  }

  @Test
  void aBootThatEndsWhileItStandsEndedIt() {
    assertThat(standstills(watchdog(1000, 0, 5010), "[    0.000000] Linux version 6.8.0"))
        .singleElement()
        .satisfies(it -> assertThat(it.outcome()).isEqualTo(Outcome.ENDED_BY_POWER_LOSS));
  }

  @Test
  void ofTwoNicsEachStandsByItself() {
    assertThat(
            standstills(
                watchdog(1000, 0, 5010),
                "[ 1000.100000] igb 0000:02:00.1 enp2s1: NETDEV WATCHDOG: CPU: 0: transmit queue 0"
                    + " timed out 5010 ms"))
        .extracting(it -> it.nic().interfaceName().orElse(""))
        .containsExactly("enp2s0", "enp2s1");
  }

  @Test
  void whatTheDriverReportsAsAHangIsAnEpisodeOnly() {
    LogFacts facts =
        ReadLogs.facts(line(1000, "Detected Tx Unit Hang") + "\n" + watchdog(1004, 0, 5010) + "\n");
    assertThat(facts.episodes()).hasSize(1);
    assertThat(facts.standstills()).isEmpty();
    assertThat(facts.counts().watchdogTimeouts()).isEqualTo(1);
  }

  /// Drivers of USB NICs have the whole device reset, of which the USB core alone speaks.
  @Test
  void aResetOfItsUsbPortEndsIt() {
    String timeout = "[ 5000.000000] r8152 4-1:1.0 eth1: Tx timeout";
    String reset = "[ 5003.000000] usb %s: reset SuperSpeed USB device number 2 using xhci-hcd";
    assertThat(standstills(timeout, reset.formatted("4-1")))
        .singleElement()
        .extracting(Standstill::outcome)
        .isEqualTo(Outcome.RESET_BY_DRIVER);
    assertThat(standstills(timeout, reset.formatted("4-2")))
        .singleElement()
        .extracting(Standstill::outcome)
        .isEqualTo(Outcome.CONTINUING);
  }
}

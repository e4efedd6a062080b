package dev.unhang.logs.episode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.logs.ReadLogs;
import dev.unhang.model.id.BootId;
import dev.unhang.model.log.BootEnd;
import dev.unhang.model.log.Episode;
import dev.unhang.model.log.Episode.Outcome;
import dev.unhang.model.log.LogCoverage;
import dev.unhang.model.log.LogFacts;
import dev.unhang.testing.DumpText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EpisodeTallyTest {
  private static final String HEADER = DumpText.NIC + ": Detected Hardware Unit Hang:";
  private static final String BOOT = "eb6a2d01e1f24ff9ab937ca8278e38d1";
  private static final String NEXT_BOOT = "a5d14cf2ed514f8888ab5c437b07a9d6";

  private static String at(double seconds, String message) {
    return String.format(Locale.ROOT, "[%12.6f] %s\n", seconds, message);
  }

  /// A report of a packet that was queued at a time, at 250 Hz.
  private static String dump(String nic, double queued, double seconds) {
    return DumpText.of(nic)
        .set("time_stamp", Long.toHexString(jiffies(queued)))
        .set("jiffies", Long.toHexString(jiffies(seconds)))
        .stamped(String.format(Locale.ROOT, "[%12.6f] ", seconds));
  }

  private static String dump(double queued, double seconds) {
    return dump(DumpText.NIC, queued, seconds);
  }

  private static long jiffies(double seconds) {
    return (1L << 32) + Math.round((seconds - 300) * 250);
  }

  private static List<Episode> episodes(String... log) {
    return ReadLogs.facts(String.join("", log)).episodes();
  }

  private static Outcome outcome(String... log) {
    List<Episode> episodes = episodes(log);
    assertThat(episodes).hasSize(1);
    return episodes.getFirst().outcome();
  }

  @Test
  void onePacketReportedOftenIsOneEpisode() {
    List<Episode> episodes = episodes(dump(400, 402), dump(400, 404), dump(400, 3000));
    assertThat(episodes).hasSize(1);
    assertThat(episodes.getFirst().dumps()).isEqualTo(3);
    assertThat(episodes.getFirst().first().text()).isEqualTo("[  402.000000]");
    assertThat(episodes.getFirst().last().text()).isEqualTo("[ 3000.000000]");
  }

  @Test
  void anotherTimeStampIsAnotherEpisode() {
    assertThat(episodes(dump(400, 402), dump(403, 405), dump(403, 407)))
        .extracting(Episode::dumps)
        .containsExactly(1L, 2L);
  }

  @Test
  void anotherNextToCleanIsAnotherEpisode() {
    String other = DumpText.of(DumpText.NIC).set("next_to_clean", "61").stamped("[   20.000000] ");
    assertThat(episodes(DumpText.of(DumpText.NIC).stamped("[   18.000000] "), other)).hasSize(2);
  }

  @Test
  void twoNicsHaveTheirOwnEpisodes() {
    String second = "e1000e 0000:02:00.0 eno2";
    assertThat(
            episodes(
                dump(400, 402), dump(second, 400, 403), dump(400, 404), dump(second, 400, 405)))
        .extracting(episode -> episode.nic().interfaceName().orElseThrow() + episode.dumps())
        .containsExactly("eno1" + 2, "eno2" + 2);
  }

  /// The order in which they began to be reported, whichever ends first.
  @Test
  void episodesAreListedInTheOrderTheyBegan() {
    String second = "e1000e 0000:02:00.0 eno2";
    assertThat(
            episodes(
                dump(400, 402), dump(second, 401, 403), dump(second, 405, 407), dump(400, 408)))
        .extracting(episode -> episode.nic().interfaceName().orElseThrow())
        .containsExactly("eno1", "eno2", "eno2");
  }

  /// The address stays when udev renames the interface.
  @Test
  void aRenamedInterfaceIsTheSameNic() {
    assertThat(episodes(dump("e1000e 0000:00:19.0 eth0", 20, 22), dump(20, 24))).hasSize(1);
  }

  @Test
  void queuesOfOneNicMayHangAtOnce() {
    String igb = "igb 0000:09:00.1: Detected Tx Unit Hang";
    StringBuilder log = new StringBuilder();
    for (int i = 0; i < 3; i++) {
      for (int queue = 2; queue < 4; queue++) {
        double time = 74 + 2 * i + queue / 1000.0;
        log.append(at(time, igb))
            .append(at(time, "  Tx Queue             <" + queue + ">"))
            .append(at(time, "  TDH                  <0>"))
            .append(at(time, "  next_to_clean        <0>"))
            .append(at(time, "  time_stamp           <ffff9c1" + queue + ">"));
      }
    }
    assertThat(episodes(log.toString()))
        .extracting(Episode::queue, Episode::dumps)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(Optional.of(2), 3L),
            org.assertj.core.groups.Tuple.tuple(Optional.of(3), 3L));
  }

  @Test
  void headersCloseTogetherAreOneEpisode() {
    assertThat(episodes(at(10, HEADER), at(12, HEADER), at(21.9, HEADER)))
        .extracting(Episode::dumps)
        .containsExactly(3L);
    assertThat(episodes(at(10, HEADER), at(20.1, HEADER))).hasSize(2);
  }

  @Test
  void aHeaderCloseToAReportJoinsIt() {
    assertThat(episodes(at(10, HEADER), dump(10, 12), at(14, HEADER)))
        .extracting(Episode::dumps)
        .containsExactly(3L);
    assertThat(episodes(dump(10, 12), at(24, HEADER))).hasSize(2);
  }

  @Test
  void headersWithoutTimesAreOneEpisode() {
    assertThat(episodes(HEADER + "\n", HEADER + "\n", "...\n", HEADER + "\n"))
        .extracting(Episode::dumps)
        .containsExactly(3L);
  }

  @Test
  void aResetByTheDriverEndsIt() {
    assertThat(
            outcome(
                dump(400, 402),
                dump(400, 404),
                at(405, DumpText.NIC + ": Reset adapter unexpectedly"),
                at(408, DumpText.NIC + ": NIC Link is Up 1000 Mbps Full Duplex")))
        .isEqualTo(Outcome.RESET_BY_DRIVER);
  }

  @Test
  void aResetOfAnotherNicDoesNotEndIt() {
    assertThat(
            outcome(
                dump(400, 402),
                dump(400, 420),
                at(421, "e1000e 0000:02:00.0 eno2: Reset adapter unexpectedly")))
        .isEqualTo(Outcome.CONTINUING);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"NIC Link is Down", "NIC Link is Up 1000 Mbps Full Duplex, Flow Control: None"})
  void aLinkChangeFreesIt(String message) {
    assertThat(outcome(dump(400, 402), dump(400, 420), at(430, DumpText.NIC + ": " + message)))
        .isEqualTo(Outcome.FREED_BY_LINK_CHANGE);
  }

  @Test
  void thePacketReportedAgainWasNotFreed() {
    for (String ending : List.of("NIC Link is Down", "Reset adapter unexpectedly")) {
      assertThat(
              outcome(
                  dump(400, 402),
                  at(403, DumpText.NIC + ": " + ending),
                  dump(400, 404),
                  dump(400, 420)))
          .isEqualTo(Outcome.CONTINUING);
    }
  }

  @Test
  void aShutdownEndsWhatWasStillReported() {
    String shutdown = "systemd-shutdown[1]: Syncing filesystems and block devices.";
    assertThat(outcome(dump(400, 402), dump(400, 500), at(503, shutdown)))
        .isEqualTo(Outcome.ENDED_BY_SHUTDOWN);
    assertThat(outcome(dump(400, 402), dump(400, 500), at(600, shutdown)))
        .as("reports had stopped before")
        .isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  void shutdownTakesTimeButTheLinkMayGoFirst() {
    assertThat(
            outcome(
                dump(400, 402),
                dump(400, 500),
                at(501, DumpText.NIC + ": NIC Link is Down"),
                at(503, "systemd-shutdown[1]: Syncing filesystems and block devices.")))
        .isEqualTo(Outcome.FREED_BY_LINK_CHANGE);
  }

  private static String entry(String boot, double seconds, String message) {
    return String.format(
        Locale.ROOT,
        "{\"__CURSOR\":\"s=1;i=%x\",\"_BOOT_ID\":\"%s\",\"_SOURCE_MONOTONIC_TIMESTAMP\":\"%d\","
            + "\"__REALTIME_TIMESTAMP\":\"%d\",\"_TRANSPORT\":\"kernel\","
            + "\"SYSLOG_IDENTIFIER\":\"kernel\",\"SYSLOG_FACILITY\":\"0\",\"MESSAGE\":\"%s\"}\n",
        Math.round(seconds * 1000),
        boot,
        Math.round(seconds * 1e6),
        1_748_186_610_000_000L
            + Math.round(seconds * 1e6)
            + (boot.equals(BOOT) ? 0 : 9_000_000_000L),
        message.replace("\n", "\\n"));
  }

  private static String reported(String boot, double queued, double seconds) {
    return entry(
        boot,
        seconds,
        DumpText.of(DumpText.NIC)
            .set("time_stamp", Long.toHexString(jiffies(queued)))
            .set("jiffies", Long.toHexString(jiffies(seconds)))
            .message());
  }

  @Test
  void aBootThatEndsWithoutAWordLostItsPower() {
    LogFacts facts =
        ReadLogs.facts(
            reported(BOOT, 400, 402)
                + reported(BOOT, 400, 500)
                + entry(BOOT, 501, "last words")
                + entry(NEXT_BOOT, 0, "Linux version 6.1.0 (build@host) #1 SMP"));
    assertThat(facts.covers())
        .extracting(LogCoverage::kernel)
        .containsExactly(Optional.empty(), Optional.of("6.1.0"));
    assertThat(facts.episodes().getFirst().outcome()).isEqualTo(Outcome.ENDED_BY_POWER_LOSS);
    assertThat(facts.episodes().getFirst().outcomePlace()).isEmpty();
    assertThat(facts.covers()).hasSize(2);
    assertThat(facts.covers()).extracting(LogCoverage::fromBoot).containsExactly(false, true);
    assertThat(facts.covers())
        .extracting(LogCoverage::boot)
        .containsExactly(Optional.of(new BootId(BOOT)), Optional.of(new BootId(NEXT_BOOT)));
  }

  @Test
  void aBootThatEndsLongAfterTheLastReportSaysNothing() {
    assertThat(
            ReadLogs.facts(
                    reported(BOOT, 400, 402)
                        + entry(BOOT, 900, "last words")
                        + entry(NEXT_BOOT, 0, "Linux version 6.1.0"))
                .episodes()
                .getFirst()
                .outcome())
        .isEqualTo(Outcome.UNKNOWN);
  }

  /// The kernel prints a few lines before its banner, and journald stamps each anew.
  @Test
  void linesBeforeTheBannerAreOfTheSameBoot() {
    LogFacts facts =
        ReadLogs.facts(
            entry(BOOT, 0, "microcode: updated early")
                + entry(BOOT, 0.000001, "Linux version 6.1.0")
                + entry(BOOT, 0.000002, "Command line: x")
                + reported(BOOT, 400, 402));
    assertThat(facts.covers()).hasSize(1);
    assertThat(facts.covers().getFirst().fromBoot()).isTrue();
    assertThat(facts.covers().getFirst().boot()).contains(new BootId(BOOT));
    assertThat(facts.episodes().getFirst().boot()).contains(new BootId(BOOT));
  }

  /// Entries of the journal are not in the order of the kernel's clock.
  @Test
  void anUptimeThatRunsBackwardsWithinABootIdIsTheSameBoot() {
    LogFacts facts =
        ReadLogs.facts(
            entry(BOOT, 9, "late")
                + entry(BOOT, 2, "early")
                + reported(BOOT, 400, 402)
                + reported(BOOT, 400, 404));
    assertThat(facts.covers()).hasSize(1);
    assertThat(facts.episodes()).hasSize(1);
  }

  @Test
  void anUptimeThatRunsBackwardsIsAnotherBoot() {
    LogFacts facts = ReadLogs.facts(dump(400, 402) + dump(400, 404) + dump(20, 22));
    assertThat(facts.episodes()).hasSize(2);
    assertThat(facts.covers()).hasSize(2);
    assertThat(facts.episodes().getFirst().outcome()).isEqualTo(Outcome.ENDED_BY_POWER_LOSS);
  }

  @Test
  void stampsOfTwoCpusMayRunBackALittle() {
    assertThat(ReadLogs.facts(at(10, "a") + at(9.5, "b") + at(11, "c")).covers()).hasSize(1);
  }

  /// igb's reports have no last field: only what comes next ends them.
  @Test
  void aReportThatIsOpenWhenABootEndsBelongsToThatBoot() {
    String igb = "igb 0000:09:00.1: Detected Tx Unit Hang\n  Tx Queue             <2>";
    LogFacts facts =
        ReadLogs.facts(entry(BOOT, 400, igb) + entry(NEXT_BOOT, 0, "Linux version 6.1.0"));
    assertThat(facts.episodes().getFirst().boot()).contains(new BootId(BOOT));
    String text =
        at(400, igb.replace("\n", "\n[  400.000000] "))
            + at(0, "Linux version 6.1.0")
            + at(1, "igb 0000:09:00.1 eth1: igb: eth1 NIC Link is Up");
    LogFacts cut = ReadLogs.facts(text);
    assertThat(cut.covers()).hasSize(2);
    assertThat(cut.episodes()).hasSize(1);
    assertThat(cut.episodes().getFirst().outcome()).isEqualTo(Outcome.ENDED_BY_POWER_LOSS);
    assertThat(cut.episodes().getFirst().nic().interfaceName()).isEmpty();
  }

  @Test
  void aBannerBeginsABootInALogWithoutUptimes() {
    String host = " pve-02 kernel: ";
    String log =
        DumpText.of(DumpText.NIC).stamped("May 25 15:23:30" + host)
            + "May 25 15:23:31"
            + host
            + "last words\n"
            + "May 25 15:25:00"
            + host
            + "Linux version 6.1.0\n"
            + "May 25 15:25:00"
            + host
            + "Command line: x\n";
    LogFacts facts = ReadLogs.facts(log);
    assertThat(facts.covers()).extracting(LogCoverage::fromBoot).containsExactly(false, true);
    assertThat(facts.covers().getFirst().to().text()).isEqualTo("May 25 15:23:31");
    assertThat(facts.episodes().getFirst().outcome()).isEqualTo(Outcome.ENDED_BY_POWER_LOSS);
  }

  private static String startUp(double up, double seconds, String tdt) {
    return at(up, DumpText.NIC + ": NIC Link is Up 1000 Mbps Full Duplex")
        + DumpText.of(DumpText.NIC)
            .set("TDH", "0")
            .set("TDT", tdt)
            .set("next_to_use", tdt)
            .set("next_to_clean", "0")
            .set("time_stamp", "fffba7a7")
            .set("next_to_watch", "0")
            .set("jiffies", "fffbb140")
            .stamped(String.format(Locale.ROOT, "[%12.6f] ", seconds));
  }

  @Test
  void oneReportOfTheFirstDescriptorsRightAfterLinkUpIsAFalsePositive() {
    assertThat(outcome(startUp(16, 17.7, "1"), at(30, "x"))).isEqualTo(Outcome.FALSE_POSITIVE);
    assertThat(outcome(startUp(16, 17.7, "8"), at(30, "x"))).isEqualTo(Outcome.FALSE_POSITIVE);
  }

  @ParameterizedTest
  @CsvSource({
    "16, 17.7, 14, 20 descriptors were queued",
    "10, 17.7, 1, the link was up long before",
    "18, 17.7, 1, the link came up after it"
  })
  void whatOnlyLooksLikeAFalsePositiveIsAHang(double up, double seconds, String tdt, String why) {
    String report = startUp(up, seconds, tdt);
    String[] lines = report.split("(?<=\n)", 2);
    assertThat(outcome(up > seconds ? lines[1] + lines[0] : report, at(60, "x")))
        .as(why)
        .isNotEqualTo(Outcome.FALSE_POSITIVE);
  }

  @Test
  void aSecondReportOrAResetAfterLinkUpIsAHang() {
    String second = startUp(16, 17.7, "1");
    assertThat(outcome(second + second.split("(?<=\n)", 2)[1].replace("17.7", "19.7")))
        .isNotEqualTo(Outcome.FALSE_POSITIVE);
    assertThat(outcome(second + at(18, DumpText.NIC + ": Reset adapter unexpectedly")))
        .isEqualTo(Outcome.RESET_BY_DRIVER);
  }

  @Test
  void aLinkUpOfAnotherNicMakesNoFalsePositive() {
    String report = startUp(16, 17.7, "1").replaceFirst("0000:00:19.0 eno1", "0000:02:00.0 eno2");
    assertThat(outcome(report, at(60, "x"))).isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  void reportsThatOutlastTheWatchdogContinue() {
    assertThat(outcome(dump(400, 402), dump(400, 420))).isEqualTo(Outcome.CONTINUING);
    assertThat(outcome(dump(400, 402), dump(400, 412)))
        .as("a reset may take 16 s")
        .isEqualTo(Outcome.UNKNOWN);
    assertThat(outcome(dump(400, 402), dump(400, 404), at(405, "x"))).isEqualTo(Outcome.UNKNOWN);
    assertThat(outcome(dump(400, 402), dump(400, 412), at(500, "x")))
        .as("it stopped, nobody knows why")
        .isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  void oneReportAloneMayShowThatItContinues() {
    assertThat(outcome(dump(400, 700))).isEqualTo(Outcome.CONTINUING);
    assertThat(outcome(dump(400, 403))).isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  void aSlowLinkWaitsLonger() {
    String slow =
        DumpText.of(DumpText.NIC)
            .set("MAC Status", "80043")
            .set("time_stamp", Long.toHexString(jiffies(400)))
            .set("jiffies", Long.toHexString(jiffies(412)))
            .stamped("[  412.000000] ");
    Episode episode = episodes(slow).getFirst();
    assertThat(episode.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(episode.firstIsAt()).isTrue();
  }

  @Test
  void theFirstReportSeenMayNotBeTheFirstThereWas() {
    assertThat(episodes(dump(400, 402)).getFirst().firstIsAt()).isTrue();
    assertThat(episodes(dump(400, 420)).getFirst().firstIsAt()).isFalse();
  }

  @Test
  void aLogWithoutHangsSaysFromWhenToWhen() {
    LogFacts facts = ReadLogs.facts(at(5, "a") + "continued\n" + at(9, "b"));
    assertThat(facts.episodes()).isEmpty();
    assertThat(facts.covers()).hasSize(1);
    assertThat(facts.covers().getFirst().from().text()).isEqualTo("[    5.000000]");
    assertThat(facts.covers().getFirst().to().text()).isEqualTo("[    9.000000]");
    assertThat(facts.covers().getFirst().fromBoot()).isFalse();
    assertThat(facts.covers().getFirst().end()).isNotEqualTo(BootEnd.SHUTDOWN);
    assertThat(ReadLogs.facts("no stamps\n").covers()).isEmpty();
  }

  private static final String SECOND = "e1000e 0000:02:00.0 eno2";

  private static String abbreviated(double seconds, String head) {
    return at(seconds, HEADER) + at(seconds, "  TDH                  <" + head + ">");
  }

  private static String reset(double seconds) {
    return at(seconds, DumpText.NIC + ": Reset adapter unexpectedly");
  }

  /// A ring buffer that a hang flooded begins within a report.
  @Test
  void aCutReportFarFromOthersIsItsOwn() {
    List<Episode> episodes =
        episodes(
            at(300, "PCI Status             <10>"),
            dump(400, 402),
            reset(405),
            dump(SECOND, 800, 802));
    assertThat(episodes).extracting(Episode::dumps).containsExactly(1L, 1L, 1L);
    assertThat(episodes.getFirst().nic().isNamed()).isFalse();
    assertThat(episodes.get(1).outcome()).isEqualTo(Outcome.RESET_BY_DRIVER);
    assertThat(episodes.get(2).nic().interfaceName()).contains("eno2");
  }

  @Test
  void aCutReportIsNamedByTheNextOneNearIt() {
    List<Episode> episodes =
        episodes(at(400, "PCI Status             <10>"), dump(400, 402), dump(SECOND, 401, 403));
    assertThat(episodes)
        .extracting(episode -> episode.nic().interfaceName().orElseThrow() + episode.dumps())
        .containsExactly("eno1" + 2, "eno2" + 1);
    assertThat(episodes.getFirst().first().text()).isEqualTo("[  400.000000]");
  }

  @Test
  void reportsWithoutKeysJoinOnlyTheirNeighbours() {
    assertThat(episodes(abbreviated(100, "23"), abbreviated(102, "23"), abbreviated(5000, "81")))
        .extracting(Episode::dumps)
        .containsExactly(2L, 1L);
    assertThat(episodes(abbreviated(100, "23"), reset(103), abbreviated(105, "23")))
        .as("a reset lies between")
        .extracting(Episode::outcome)
        .containsExactly(Outcome.RESET_BY_DRIVER, Outcome.UNKNOWN);
    assertThat(episodes(dump(400, 402), abbreviated(404, "61"), dump(400, 500)))
        .as("the packet is the same, however much later")
        .extracting(Episode::dumps)
        .containsExactly(3L);
  }

  @Test
  void whatHappensLongAfterTheLastReportEndedNothing() {
    String down = DumpText.NIC + ": NIC Link is Down";
    assertThat(outcome(dump(400, 402), dump(400, 404), at(419, down)))
        .isEqualTo(Outcome.FREED_BY_LINK_CHANGE);
    assertThat(outcome(dump(400, 402), dump(400, 404), at(420, down))).isEqualTo(Outcome.UNKNOWN);
    assertThat(outcome(dump(400, 402), dump(400, 404), reset(90_000))).isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  void aLastReportThatIsCutOffTakesNothingAway() {
    Episode episode =
        episodes(
                dump(400, 402),
                dump(400, 404),
                dump(400, 406),
                at(408, HEADER),
                at(408, "  TDH                  <61>"))
            .getFirst();
    assertThat(episode.dumps()).isEqualTo(4);
    assertThat(episode.last().text()).isEqualTo("[  408.000000]");
    assertThat(episode.stuck().orElseThrow().ticks().count()).isEqualTo(1500);
    assertThat(episode.stuck().orElseThrow().hz().orElseThrow().perSecond()).isEqualTo(250);
  }

  /// igb's last field is desc.status: a report without its first line is whole there.
  @Test
  void igbsFirstReportStaysTheFirstWithoutItsHeader() {
    String fields =
        "  Tx Queue             <0>\n  TDH                  <31>\n"
            + "  next_to_clean        <31>\n  time_stamp           <100025b00>\n"
            + "  jiffies              <%s>\n  desc.status          <158000>\n";
    String log =
        stamped(640.25, String.format(fields, "100025cd8"))
            + at(642.25, "igb 0000:09:00.1: Detected Tx Unit Hang")
            + stamped(642.25, String.format(fields, "100025ecc"));
    Episode episode = episodes(log).getFirst();
    assertThat(episode.dumps()).isEqualTo(2);
    assertThat(episode.first().text()).isEqualTo("[  640.250000]");
    assertThat(episode.dump().registers()).containsEntry("jiffies", "100025cd8");
    assertThat(episode.nic().driver()).contains("igb");
  }

  private static String stamped(double seconds, String lines) {
    return lines.lines().map(line -> at(seconds, line)).collect(Collectors.joining());
  }

  /// e1000e waits 1 s before it calls a packet stuck, 10 s at 100 Mb/s and 16 s at 10 Mb/s.
  @ParameterizedTest
  @CsvSource({
    "80083, 256, 100 250",
    "80083, 2068, 100 250 300 1000",
    "80043, 2499, 100",
    "80043, 2500, 100 250",
    "80003, 4640, 100 250",
    "80003, 16000, 100 250 300 1000"
  })
  void aTickRateAtWhichTheReportCameTooEarlyIsNotPossible(
      String status, int ticks, String possible) {
    String log =
        DumpText.of(DumpText.NIC)
            .set("MAC Status", status)
            .set("time_stamp", Long.toHexString(0x100000000L))
            .set("jiffies", Long.toHexString(0x100000000L + ticks))
            .mapped(line -> line);
    assertThat(episodes(log).getFirst().stuck().orElseThrow().possible())
        .extracting(hz -> String.valueOf(hz.perSecond()))
        .containsExactly(possible.split(" "));
  }

  private static String syslog(int second, String writer, String message) {
    return String.format(Locale.ROOT, "May 25 15:23:%02d pve %s: %s\n", second, writer, message);
  }

  /// A user's session manager has the same words, each time somebody logs out.
  @ParameterizedTest
  @CsvSource({
    "systemd[1], ENDED_BY_SHUTDOWN",
    "systemd[45229], ENDED_BY_POWER_LOSS",
    "systemd[11], ENDED_BY_POWER_LOSS"
  })
  void onlyTheFirstProcessShutsTheHostDown(String writer, Outcome outcome) {
    assertThat(
            outcome(
                DumpText.of(DumpText.NIC).stamped("May 25 15:23:30 pve kernel: "),
                syslog(33, writer, "Reached target Shutdown."),
                syslog(59, "kernel", "Linux version 6.8.12-4-pve")))
        .isEqualTo(outcome);
  }

  /// `logger -i -t kernel`: the kernel has no process number.
  @Test
  void aKernelWithAProcessNumberIsNone() {
    assertThat(episodes(DumpText.of(DumpText.NIC).stamped("May 25 15:23:30 pve kernel[4711]: ")))
        .isEmpty();
  }

  /// What sshd wrote tells nothing of the time in which the kernel may have reported a hang.
  @Test
  void aLogWithoutOneKernelLineCoversNothing() {
    String others = syslog(30, "sshd[812]", "a") + syslog(40, "CRON[9]", "b");
    assertThat(ReadLogs.facts(others).covers()).isEmpty();
    assertThat(ReadLogs.facts(others + syslog(50, "kernel", "c")).covers()).hasSize(1);
  }
}

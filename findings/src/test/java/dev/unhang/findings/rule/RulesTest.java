package dev.unhang.findings.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.findings.Diagnosis;
import dev.unhang.hosts.HostReading;
import dev.unhang.model.change.Change;
import dev.unhang.model.facts.HostFacts;
import dev.unhang.model.finding.Advice;
import dev.unhang.model.finding.Confidence;
import dev.unhang.model.finding.Finding;
import dev.unhang.model.finding.Finding.Diagnosed;
import dev.unhang.model.finding.Finding.RuledOut;
import dev.unhang.model.finding.Finding.Undecided;
import dev.unhang.model.id.BootId;
import dev.unhang.model.id.SourceId;
import dev.unhang.testing.DumpText;
import dev.unhang.testing.Fixtures;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What a golden case can't hold: the ledger of changes, the uptime, the words of a verdict.
class RulesTest {
  private static final Rule HANGS = new TransmitUnitHangs();
  private static final Rule NEVER_RESET = new HangIsNeverReset();
  private static final Rule WITH_TSO = new HangsWithSegmentationOffload();
  private static final Rule THOUGH_OFF = new HangsThoughOffloadsAreOff();
  private static final Rule LOST = new SettingLostAtReboot();

  /// The day the boots below began, as journald stamps it.
  private static final long DAY = 1_748_131_200_000_000L;

  private static String entry(BootId boot, double seconds, String message) {
    long wall =
        DAY + Math.round(seconds * 1e6) + (boot.equals(HostBuilder.BOOT) ? 86_400_000_000L : 0);
    return String.format(
        Locale.ROOT,
        "{\"__CURSOR\":\"s=1;i=%x\",\"_BOOT_ID\":\"%s\",\"_SOURCE_MONOTONIC_TIMESTAMP\":\"%d\","
            + "\"__REALTIME_TIMESTAMP\":\"%d\",\"_TRANSPORT\":\"kernel\","
            + "\"SYSLOG_IDENTIFIER\":\"kernel\",\"SYSLOG_FACILITY\":\"0\",\"MESSAGE\":\"%s\"}\n",
        Math.round(seconds * 1000),
        boot,
        Math.round(seconds * 1e6),
        wall,
        message.replace("\n", "\\n"));
  }

  private static String report(BootId boot, double queued, double seconds) {
    return entry(
        boot,
        seconds,
        DumpText.of(DumpText.NIC)
            .set("time_stamp", Long.toHexString((1L << 32) + Math.round((queued - 300) * 250)))
            .set("jiffies", Long.toHexString((1L << 32) + Math.round((seconds - 300) * 250)))
            .message());
  }

  /// Hung for 100 s in this boot, and until now if now is at 502 s.
  private static final String HUNG =
      report(HostBuilder.BOOT, 400, 402) + report(HostBuilder.BOOT, 400, 500);

  /// Hung in the boot before and was shut down.
  private static final String HUNG_BEFORE =
      report(HostBuilder.EARLIER, 400, 402) + report(HostBuilder.EARLIER, 400, 500);

  private static final String RESET =
      report(HostBuilder.BOOT, 400, 402)
          + entry(HostBuilder.BOOT, 405, DumpText.NIC + ": Reset adapter unexpectedly");

  private static final String QUIET = entry(HostBuilder.BOOT, 1, "usb 1-1: new device");

  private static HostBuilder host() {
    return new HostBuilder();
  }

  private static Diagnosed diagnosed(Optional<Finding> verdict) {
    assertThat(verdict).hasValueSatisfying(it -> assertThat(it).isInstanceOf(Diagnosed.class));
    Diagnosed diagnosed = (Diagnosed) verdict.orElseThrow();
    assertThat(diagnosed.because()).isNotEmpty();
    assertThat(diagnosed.because())
        .allMatch(cited -> !cited.text().isBlank() && !cited.shows().isBlank());
    assertThat(diagnosed.advice()).allMatch(advice -> advice.command().length() <= 40);
    return diagnosed;
  }

  private static RuledOut ruledOut(Optional<Finding> verdict) {
    assertThat(verdict).hasValueSatisfying(it -> assertThat(it).isInstanceOf(RuledOut.class));
    RuledOut out = (RuledOut) verdict.orElseThrow();
    assertThat(out.because()).isNotEmpty();
    return out;
  }

  private static Undecided undecided(Optional<Finding> verdict, String missing) {
    assertThat(verdict).hasValueSatisfying(it -> assertThat(it).isInstanceOf(Undecided.class));
    Undecided undecided = (Undecided) verdict.orElseThrow();
    assertThat(undecided.missing()).containsExactly(new SourceId(missing));
    assertThat(undecided.hint()).isNotBlank();
    return undecided;
  }

  private static List<String> commands(Diagnosed diagnosed) {
    return diagnosed.advice().stream().map(Advice::command).toList();
  }

  @Test
  void theTransmitUnitHangsWhenTheDriverSaysSo() {
    Diagnosed verdict = diagnosed(host().log(HUNG).judge(HANGS));
    assertThat(verdict.confidence()).isEqualTo(Confidence.CERTAIN);
    assertThat(verdict.headline()).isEqualTo("the transmit unit stopped once, 2 reports");
    assertThat(verdict.because()).hasSize(2);
    assertThat(verdict.because().getFirst().place()).hasToString("kernel.log (entry i=62250)");
    assertThat(verdict.because().getFirst().text())
        .isEqualTo("e1000e 0000:00:19.0 eno1: Detected Hardware Unit Hang:");
    assertThat(verdict.answered()).isFalse();
    assertThat(commands(verdict)).as("nothing is known to hang now").startsWith("unhang fix eno1");
  }

  @Test
  void whatHangsNowIsSavedBeforeItIsCured() {
    Diagnosed verdict = diagnosed(host().log(HUNG).uptime(502).judge(HANGS));
    assertThat(verdict.headline()).endsWith("it is hung now");
    assertThat(commands(verdict))
        .startsWith(
            "journalctl --sync", "ethtool -r eno1", "unhang recover eno1", "unhang fix eno1");
    assertThat(diagnosed(host().log(HUNG).uptime(600).judge(HANGS)).headline())
        .as("the last report is 100 s old")
        .doesNotContain("now");
    assertThat(diagnosed(host().log(HUNG_BEFORE).uptime(502).judge(HANGS)).headline())
        .as("another boot's uptime")
        .doesNotContain("now");
  }

  @Test
  void aHangIsAnsweredByALineThatIsRunAndKeepsItOff() {
    HostBuilder answered =
        host().log(HUNG_BEFORE).uptime(502).tso(false).settings(HostBuilder.tsoLine(false, true));
    assertThat(diagnosed(answered.judge(HANGS)).answered()).isTrue();
    HostBuilder notRun =
        host().log(HUNG_BEFORE).uptime(502).tso(false).settings(HostBuilder.tsoLine(false, false));
    assertThat(diagnosed(notRun.judge(HANGS)).answered()).isFalse();
    HostBuilder hungSince =
        host().log(HUNG).uptime(502).tso(false).settings(HostBuilder.tsoLine(false, true));
    assertThat(diagnosed(hungSince.judge(HANGS)).answered()).isFalse();
    HostBuilder onNow =
        host().log(HUNG_BEFORE).uptime(502).tso(true).settings(HostBuilder.tsoLine(false, true));
    assertThat(diagnosed(onNow.judge(HANGS)).answered()).isFalse();
  }

  @Test
  void theLastLineDecidesWhetherItIsKeptOff() {
    HostBuilder turnedOnAgain =
        host()
            .log(HUNG_BEFORE)
            .uptime(502)
            .tso(false)
            .settings(HostBuilder.tsoLine(false, true), HostBuilder.tsoLine(true, true));
    assertThat(diagnosed(turnedOnAgain.judge(HANGS)).answered()).isFalse();
  }

  @Test
  void aPacketStuckForLongIsNeverReset() {
    Diagnosed verdict = diagnosed(host().log(HUNG).judge(NEVER_RESET));
    assertThat(verdict.headline()).contains("100 s");
    assertThat(verdict.confidence()).isEqualTo(Confidence.CERTAIN);
    assertThat(verdict.advice()).isEmpty();
    assertThat(commands(diagnosed(host().log(HUNG).uptime(502).judge(NEVER_RESET))))
        .containsExactly("journalctl --sync", "ethtool -r eno1", "unhang recover eno1");
  }

  @Test
  void aResetThatCameSpeaksAgainstIt() {
    RuledOut verdict = ruledOut(host().log(RESET).judge(NEVER_RESET));
    assertThat(verdict.because().getFirst().place()).hasToString("kernel.log (entry i=62e08)");
    Diagnosed both =
        diagnosed(
            host()
                .log(
                    RESET + report(HostBuilder.BOOT, 600, 602) + report(HostBuilder.BOOT, 600, 700))
                .judge(NEVER_RESET));
    assertThat(both.against()).hasSize(1);
    assertThat(both.confidence()).isEqualTo(Confidence.LIKELY);
  }

  @Test
  void aHangWithSegmentationOffloadOnBlamesIt() {
    Diagnosed verdict = diagnosed(host().log(HUNG).tso(true).judge(WITH_TSO));
    assertThat(verdict.confidence()).isEqualTo(Confidence.LIKELY);
    assertThat(verdict.because())
        .extracting(cited -> cited.text())
        .contains("tcp-segmentation-offload: on");
    assertThat(commands(verdict)).startsWith("unhang fix eno1", "unhang fix eno1 --set incident");
  }

  @Test
  void whatIsFixedOnIsNoAdvice() {
    Diagnosed verdict = diagnosed(host().log(HUNG).tso(true, false).judge(WITH_TSO));
    assertThat(commands(verdict)).doesNotContain("unhang fix eno1");
  }

  @Test
  void anAnsweredHangCitesWhatAnsweredIt() {
    Diagnosed verdict =
        diagnosed(
            host()
                .log(HUNG_BEFORE)
                .uptime(502)
                .tso(false)
                .settings(HostBuilder.tsoLine(false, true))
                .judge(WITH_TSO));
    assertThat(verdict.answered()).isTrue();
    assertThat(verdict.because()).hasSize(3);
    assertThat(verdict.advice()).isEmpty();
  }

  @Test
  void aHangAfterTheChangeIsNotTheOffloads() {
    Diagnosed verdict =
        diagnosed(
            host()
                .log(HUNG)
                .uptime(502)
                .tso(false)
                .settings(HostBuilder.tsoLine(false, true))
                .change("2025-05-26T00:00:01Z", Change.State.DONE, false)
                .judge(THOUGH_OFF));
    assertThat(verdict.confidence()).isEqualTo(Confidence.CERTAIN);
    assertThat(verdict.because().getFirst().shows()).contains("after the change");
  }

  @Test
  void hangsBeforeTheChangeAreAnswered() {
    RuledOut verdict =
        ruledOut(
            host()
                .log(HUNG)
                .uptime(600)
                .tso(false)
                .settings(HostBuilder.tsoLine(false, true))
                .change("2025-05-26T01:00:00Z", Change.State.DONE, false)
                .judge(THOUGH_OFF));
    assertThat(verdict.headline()).contains("older");
  }

  @Test
  void aChangeThatWasTakenBackDoesNotCount() {
    undecided(
        host()
            .log(HUNG)
            .uptime(600)
            .tso(false)
            .settings(HostBuilder.tsoLine(false, true))
            .change("2025-05-26T01:00:00Z", Change.State.UNDONE, false)
            .judge(THOUGH_OFF),
        "changes");
  }

  @Test
  void withoutARecordOfTheChangeItIsUndecided() {
    undecided(host().log(HUNG).uptime(600).tso(false).settings().judge(THOUGH_OFF), "changes");
  }

  @Test
  void aSwitchThatNobodyKeepsIsLostAtReboot() {
    Diagnosed verdict = diagnosed(host().log(QUIET).tso(false).settings().judge(LOST));
    assertThat(commands(verdict)).containsExactly("unhang fix eno1");
    assertThat(verdict.against()).isEmpty();
  }

  @Test
  void aLineThatNobodyRunsKeepsNothing() {
    Diagnosed verdict =
        diagnosed(
            host().log(QUIET).tso(false).settings(HostBuilder.tsoLine(false, false)).judge(LOST));
    assertThat(verdict.against()).hasSize(1);
    assertThat(verdict.against().getFirst().shows()).contains("not run at boot");
  }

  /// No host at hand: only the log's own rules can speak, and each of them cites.
  @Test
  void theIncidentsExcerptAloneIsDiagnosed() {
    HostFacts facts =
        HostReading.ofLogs(
            List.of(HostBuilder.read(Fixtures.report("e1000e-pve-02-incident/kernel.log"))));
    assertThat(Diagnosis.of(facts).findings())
        .extracting(verdict -> verdict.rule().value() + " " + verdict.getClass().getSimpleName())
        .containsExactly(
            "transmit-unit-hangs Diagnosed",
            "hang-is-never-reset Diagnosed",
            "dma-is-stopped RuledOut",
            "hangs-with-segmentation-offload Undecided",
            "write-back-is-lost RuledOut",
            "management-engine-holds-the-mac RuledOut",
            "other-driver-hangs RuledOut",
            "nothing-is-stuck RuledOut",
            "link-is-slow RuledOut",
            "receiver-is-bad RuledOut");
  }

  @Test
  void theIdIsTheClassNameInKebabForm() {
    for (Rule rule : Rules.all()) {
      String kebab =
          rule.getClass()
              .getSimpleName()
              .replaceAll("(?<=.)([A-Z])", "-$1")
              .toLowerCase(Locale.ROOT);
      assertThat(rule.id().value()).isEqualTo(kebab);
    }
    assertThat(Rules.all()).extracting(Rule::id).doesNotHaveDuplicates();
  }
}

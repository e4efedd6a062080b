package dev.unhang.logs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.model.evidence.Trouble;
import dev.unhang.model.log.LogFacts;
import dev.unhang.testing.DumpText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Any user can get chosen words into a log, and chosen lines into a genuine kernel record: what
/// they forge is no hang.
class ForgeryTest {
  private static final String HANG = DumpText.of(DumpText.NIC).message();

  private static String entry(String message, String fields) {
    return "{\"__CURSOR\":\"s=a;i=2f\",\"__REALTIME_TIMESTAMP\":\"1748186610000000\","
        + "\"_SOURCE_MONOTONIC_TIMESTAMP\":\"19348376\","
        + "\"_BOOT_ID\":\"eb6a2d01e1f24ff9ab937ca8278e38d1\","
        + fields
        + ",\"MESSAGE\":\""
        + message.replace("\"", "\\\"").replace("\n", "\\n")
        + "\"}\n";
  }

  private static final String KERNEL =
      "\"_TRANSPORT\":\"kernel\",\"SYSLOG_IDENTIFIER\":\"kernel\",\"SYSLOG_FACILITY\":\"0\"";

  private static void noHang(LogFacts facts) {
    assertThat(facts.episodes()).isEmpty();
    assertThat(facts.counts()).isEqualTo(LogFacts.Counts.NONE);
  }

  @Test
  void aGenuineRecordOfTheJournalIsAHang() {
    LogFacts facts = ReadLogs.facts(entry(HANG, KERNEL));
    assertThat(ReadLogs.dumps(facts)).isEqualTo(1);
    assertThat(facts.troubles()).isEmpty();
  }

  /// overlayfs prints the mount options of anybody who has a user namespace.
  @Test
  void aHangInsideAnotherRecordIsNoneAndIsNamed() {
    LogFacts facts =
        ReadLogs.facts(entry("overlayfs: failed to resolve '/nope\n" + HANG + "': -2", KERNEL));
    noHang(facts);
    assertThat(facts.troubles())
        .extracting(Trouble::toString)
        .containsExactly(
            "kernel.log (entry i=2f): text of a hang report inside another record, not counted");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\x0a", "#012"})
  void anEscapedHangInsideAnotherRecordIsNoneAndIsNamed(String newline) {
    String stamp = newline.equals("#012") ? "May 25 15:23:30 pve-02 kernel: " : "3,350,19348376,-;";
    String record =
        stamp
            + "overlayfs: failed to resolve '/nope"
            + newline
            + HANG.replace("\n", newline)
            + "': -2\n";
    LogFacts facts = ReadLogs.facts(record);
    noHang(facts);
    assertThat(facts.troubles()).hasSize(1);
  }

  @Test
  void anEscapedLinkChangeInsideAnotherRecordIsNone() {
    noHang(
        ReadLogs.facts(
            "3,350,19348376,-;overlayfs: '/nope\\x0ae1000e 0000:00:19.0 eno1: NIC Link is Down\n"
                + "3,351,19348377,-;overlayfs: '/nope\\x0ae1000e 0000:00:19.0 eno1: Reset"
                + " adapter\n"));
  }

  @Test
  void aContinuationWithoutAStampBeginsNoHang() {
    String text =
        "[   19.000000] overlayfs: failed to resolve '/nope\n"
            + HANG
            + "': -2\n"
            + "[   20.000000] usb 1-1: new device\n";
    LogFacts facts = ReadLogs.facts(text);
    noHang(facts);
    assertThat(facts.troubles())
        .extracting(Trouble::toString)
        .hasSize(1)
        .first()
        .asString()
        .startsWith("kernel.log:2: text of a hang report inside another record");
  }

  @Test
  void registersInsideAnotherRecordAreNoHang() {
    String registers = HANG.substring(HANG.indexOf('\n') + 1);
    noHang(ReadLogs.facts(entry("overlayfs: '/nope\n" + registers + "': -2", KERNEL)));
    noHang(ReadLogs.facts("[   19.0] overlayfs: '/nope\n" + registers + "': -2\n"));
    noHang(ReadLogs.facts("[   19.0] overlayfs: '/nope TDH <61> TDT <90>': -2\n"));
    noHang(
        ReadLogs.facts(
            "3,350,19348376,-;overlayfs: '/nope\\x0a" + registers.replace("\n", "\\x0a") + "\n"));
  }

  /// A user's registers behind a genuine report would be taken for its own.
  @Test
  void registersOfAnotherRecordAreNotAddedToAReport() {
    LogFacts facts =
        ReadLogs.facts(
            entry("e1000e 0000:00:19.0 eno1: Detected Hardware Unit Hang:", KERNEL)
                + entry("overlayfs: '/nope\n  TDH                  <61>", KERNEL));
    assertThat(ReadLogs.dumps(facts)).isEqualTo(1);
    assertThat(facts.episodes().getFirst().dump().isHeaderOnly()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"_TRANSPORT\":\"kernel\",\"SYSLOG_IDENTIFIER\":\"kernel\",\"SYSLOG_FACILITY\":\"1\"",
        "\"_TRANSPORT\":\"syslog\",\"SYSLOG_IDENTIFIER\":\"kernel\",\"SYSLOG_FACILITY\":\"0\"",
        "\"_TRANSPORT\":\"journal\",\"SYSLOG_IDENTIFIER\":\"kernel\"",
        "\"_TRANSPORT\":\"stdout\",\"SYSLOG_IDENTIFIER\":\"kernel\",\"SYSLOG_FACILITY\":\"0\"",
        "\"_TRANSPORT\":\"syslog\",\"SYSLOG_IDENTIFIER\":\"root\",\"SYSLOG_FACILITY\":\"1\"",
        "\"_TRANSPORT\":\"kernel\",\"SYSLOG_IDENTIFIER\":\"evil\",\"SYSLOG_FACILITY\":\"0\"",
        "\"_TRANSPORT\":\"kernel\",\"SYSLOG_FACILITY\":\"1\"",
        "\"_TRANSPORT\":\"kernel\",\"_TRANSPORT\":\"syslog\",\"SYSLOG_IDENTIFIER\":\"x\""
      })
  void aProgramThatCallsItselfTheKernelIsNotBelieved(String fields) {
    noHang(
        ReadLogs.facts(
            entry(HANG, fields)
                + entry("e1000e 0000:00:19.0 eno1: Reset adapter unexpectedly", fields)
                + entry("e1000e 0000:00:19.0 eno1: NIC Link is Down", fields)
                + entry("NETDEV WATCHDOG: eno1 (e1000e): transmit queue 0 timed out", fields)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "May 25 15:23:30 pve-02 root: ",
        "May 25 15:23:30 pve-02 sudo[12]: ",
        "2025-05-25T15:23:30+0200 pve-02 maja: ",
        "[   19.348376] pve-02 systemd[1]: ",
        "<12>[   19.348376] ",
        "12,350,19348376,-;",
        "user  :err   : [   19.348376] ",
        "Sun May 25 15:23:30 2025 user.notice root: ",
        "15:23:30 pve-02 kernel: maja: COMMAND=/bin/echo "
      })
  void aProgramThatSaysTheWordsIsNotBelieved(String writer) {
    noHang(
        ReadLogs.facts(
            DumpText.of(DumpText.NIC).stamped(writer)
                + writer
                + "e1000e 0000:00:19.0 eno1: Reset adapter unexpectedly\n"
                + writer
                + "e1000e 0000:00:19.0 eno1: NIC Link is Down\n"));
  }

  @Test
  void aCommandThatQuotesTheWordsIsNoHang() {
    noHang(
        ReadLogs.facts(
            """
            May 25 15:23:30 pve-02 sudo[12]:     maja : TTY=pts/0 ; COMMAND=/usr/bin/grep 'Detected Hardware Unit Hang' /var/log/kern.log
            May 25 15:23:31 pve-02 bash[13]: journalctl --dmesg | grep -A14 "Detected Hardware Unit Hang:"
            May 25 15:23:32 pve-02 kernel: audit: type=1400 name="Detected Hardware Unit Hang:"
            """));
  }

  @Test
  void theDriversSourceIsNoHang() {
    noHang(
        ReadLogs.facts(
            """
            static void e1000_print_hw_hang(struct work_struct *work)
            {
                    /* detected Hardware unit hang */
                    e_err("Detected Hardware Unit Hang:\\n"
                          "  TDH                  <%x>\\n"
                          "  TDT                  <%x>\\n"
                          "  next_to_use          <%x>\\n",
            """));
  }

  @Test
  void forgedLinesDoNotDisturbTheGenuineReport() {
    String stamp = "[   19.348376] ";
    List<String> lines = DumpText.of(DumpText.NIC).stamped(stamp).lines().toList();
    String text =
        String.join("\n", lines)
            + "\n[   19.400000] overlayfs: failed to resolve '/nope\n"
            + HANG
            + "': -2\n";
    LogFacts facts = ReadLogs.facts(text);
    assertThat(ReadLogs.dumps(facts)).isEqualTo(1);
    assertThat(facts.troubles()).hasSize(1);
  }
}

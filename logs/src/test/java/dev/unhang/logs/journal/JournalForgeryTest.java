package dev.unhang.logs.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.logs.bulk.Workers;
import dev.unhang.logs.message.MessageFamilies;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Trouble;
import dev.unhang.model.log.Episode;
import dev.unhang.model.log.LogFacts;
import dev.unhang.testing.DumpText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Promise 4 in journal files, read natively. The words around a forged report are those that
/// kernel 6.18.44 logged when a user without privileges mounted an overlay; OverlayfsForgeryTest
/// does it again.
class JournalForgeryTest {
  private static final String HANG = DumpText.of(DumpText.NIC).message();

  private static LogFacts read(MadeUpJournal... files) {
    byte[][] bytes = new byte[files.length][];
    for (int i = 0; i < files.length; i++) {
      bytes[i] = files[i].write();
    }
    return JournalReading.read(
            new Origin("folder"),
            Journals.open(bytes),
            Selection.ALL,
            MessageFamilies.candidates()::any,
            Workers.ONE,
            event -> {})
        .known()
        .orElseThrow();
  }

  private static MadeUpJournal journal() {
    return new MadeUpJournal(true, MadeUpJournal.NONE);
  }

  private static long dumps(LogFacts facts) {
    return facts.episodes().stream().mapToLong(Episode::dumps).sum();
  }

  @Test
  void theDriversOwnRecordIsAHang() {
    LogFacts facts = read(journal().message(HANG));
    assertThat(dumps(facts)).isEqualTo(1);
    assertThat(facts.troubles()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "overlayfs: failed to resolve '/tmp/nope\nHANG': -2",
        "overlay: Unknown parameter 'nope\nHANG'",
        "overlay: Unknown parameter '\nHANG'",
        "overlay: Unknown parameter 'HANG'"
      })
  void aHangThatAUserHasMountedIsNoneAndIsNamed(String record) {
    String forged = record.replace("HANG", HANG);
    LogFacts facts = read(journal().message(forged));
    assertThat(facts.episodes()).isEmpty();
    assertThat(facts.counts()).isEqualTo(LogFacts.Counts.NONE);
    assertThat(facts.troubles())
        .extracting(Trouble::toString)
        .hasSize(1)
        .allMatch(trouble -> trouble.contains("not counted"));
    assertThat(dumps(read(journal().message(forged).message(HANG).message(forged))))
        .as("beside the driver's own")
        .isEqualTo(1);
  }

  /// A user's registers behind a report without any would be taken for its own.
  @Test
  void registersThatAUserHasMountedAreNotAddedToAReport() {
    LogFacts facts =
        read(
            journal()
                .message(HANG.lines().findFirst().orElseThrow())
                .message("overlay: Unknown parameter '\n  TDH                  <61>'"));
    assertThat(dumps(facts)).isEqualTo(1);
    assertThat(facts.episodes().getFirst().dump().isHeaderOnly()).isTrue();
  }

  /// journald writes the underlined fields itself; what a program calls itself is its own choice.
  ///
  /// Man: systemd.journal-fields(7), "TRUSTED JOURNAL FIELDS"
  @ParameterizedTest
  @ValueSource(strings = {"syslog", "journal", "stdout", "audit"})
  void aProgramThatCallsItselfTheKernelIsNotBelieved(String transport) {
    LogFacts facts =
        read(
            journal()
                .entry(
                    "_TRANSPORT=" + transport,
                    "SYSLOG_IDENTIFIER=kernel",
                    "SYSLOG_FACILITY=0",
                    "MESSAGE=" + HANG));
    assertThat(facts.episodes()).isEmpty();
  }

  /// What is written to /dev/kmsg comes by the kernel, with a facility that it enforces.
  @Test
  void whatAProgramWroteToTheKernelsLogIsNotBelieved() {
    LogFacts facts =
        read(
            journal()
                .entry(
                    "_TRANSPORT=kernel",
                    "SYSLOG_IDENTIFIER=kernel",
                    "SYSLOG_FACILITY=1",
                    "MESSAGE=" + HANG));
    assertThat(facts.episodes()).isEmpty();
  }

  /// A field's value may hold newlines and what looks like fields.
  @Test
  void aMessageCannotForgeFields() {
    LogFacts facts =
        read(
            journal()
                .entry(
                    "_TRANSPORT=journal",
                    "SYSLOG_IDENTIFIER=x",
                    "MESSAGE=x\n_TRANSPORT=kernel\nSYSLOG_IDENTIFIER=kernel\nMESSAGE=" + HANG));
    assertThat(facts.episodes()).isEmpty();
  }
}

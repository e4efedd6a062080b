package dev.unhang.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.app.TestConsole;
import dev.unhang.app.wiring.LiveWiring;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Commands on journal files, folders of them, mounted disks and packed logs.
class JournalCommandsTest {
  private static final Path FIXTURE =
      TestConsole.repository("testdata/journals/lab-two-boots.journal.gz");
  private static final Path REPORT =
      TestConsole.repository("testdata/reports/e1000e-82574-lab-hung-to-shutdown/kernel.log");

  @TempDir private Path folder = Path.of("");
  private Path journal = Path.of("");

  private static TestConsole unhang(Object... words) {
    String[] texts = new String[words.length];
    for (int i = 0; i < words.length; i++) {
      texts[i] = words[i].toString();
    }
    return TestConsole.run(new LiveWiring(), texts);
  }

  private static Path unpack(Path to) throws IOException {
    Files.createDirectories(to.getParent());
    try (InputStream in = new GZIPInputStream(Files.newInputStream(FIXTURE))) {
      Files.copy(in, to);
    }
    return to;
  }

  @BeforeEach
  void unpackTheJournal() throws IOException {
    journal = unpack(folder.resolve("journal/system.journal"));
  }

  @Test
  void scanReadsAJournalFileAndItsFolderAlike() {
    TestConsole file = unhang("scan", "--json", journal);
    TestConsole below = unhang("scan", "--json", folder.resolve("journal"));
    assertThat(file.out()).contains("\"systemd journal\"", "\"ended by shutdown\"");
    assertThat(below.out().replace(folder.resolve("journal").toString(), "X"))
        .isEqualTo(file.out().replace(journal.toString(), "X"));
    assertThat(file.exit()).isEqualTo(2);
  }

  @Test
  void aPackedJournalIsToBeUnpackedWhoeverIsAsked() {
    for (String[] words :
        new String[][] {{"boots"}, {"scan"}, {"doctor"}, {"scan", "--boot=all"}, {"records"}}) {
      Object[] all = java.util.Arrays.copyOf(words, words.length + 1, Object[].class);
      all[words.length] = FIXTURE;
      TestConsole refused = unhang(all);
      assertThat(refused.exit()).as(words[0]).isEqualTo(66);
      assertThat(refused.err()).contains("it is a packed journal", "gunzip -k " + FIXTURE);
    }
  }

  @Test
  void aBootIsChosenAsJournalctlCounts() {
    assertThat(unhang("scan", "--boot", "-1", journal).exit()).isEqualTo(2);
    assertThat(unhang("scan", "--boot", "1", journal).exit()).isEqualTo(2);
    assertThat(unhang("scan", "--boot", "0", journal).exit()).isEqualTo(0);
    assertThat(unhang("scan", "--boot", "eb6a2d01e1f24ff9ab937ca8278e38d1", journal).exit())
        .isEqualTo(2);
    TestConsole none = unhang("scan", "--boot", "-7", journal);
    assertThat(none.exit()).isEqualTo(3);
    assertThat(none.err()).contains("no boot -7", "unhang boots");
  }

  @Test
  void timesBoundWhatIsRead() {
    assertThat(unhang("scan", "--since", "2026-11-21T04:13:00Z", journal).exit()).isEqualTo(2);
    assertThat(unhang("scan", "--until", "2026-11-21T04:13:00Z", journal).exit()).isEqualTo(0);
    assertThat(unhang("scan", "--since", "soon", journal).exit()).isEqualTo(64);
  }

  @Test
  void aTextHasNoBootsToChooseFrom() {
    TestConsole scan = unhang("scan", "--boot", "0", REPORT);
    assertThat(scan.exit()).isEqualTo(66);
    assertThat(scan.err()).contains("a text, which names no boots");
  }

  @Test
  void bootsAreListedWithTheirNumbers() {
    TestConsole boots = unhang("boots", journal);
    assertThat(boots.out().lines().map(String::strip).toList())
        .hasSize(3)
        .anyMatch(line -> line.startsWith("-1  eb6a2d01e1f24ff9ab937ca8278e38d1"))
        .anyMatch(line -> line.startsWith("0  a5d14cf2ed514f8888ab5c437b07a9d6"));
    assertThat(unhang("boots", "--json", journal).out()).contains("unhang.boots/1");
  }

  @Test
  void recordsAreJsonLines() {
    TestConsole records = unhang("records", journal);
    assertThat(records.out().lines())
        .hasSize(1218)
        .allMatch(line -> line.startsWith("{\"__CURSOR"));
    assertThat(records.exit()).isZero();
    assertThat(unhang("records", "--boot", "0", journal).out().lines().count())
        .isBetween(1L, 1217L);
    assertThat(unhang("records", REPORT).exit()).isEqualTo(66);
  }

  @Test
  void aFolderWithoutJournalsIsNamed() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    TestConsole scan = unhang("scan", empty);
    assertThat(scan.exit()).isEqualTo(66);
    assertThat(scan.err()).contains("no journal files, no kernel log");
  }

  @Test
  void aMountedDiskIsReadAsItsHostWouldBe() throws IOException {
    Path root = folder.resolve("disk");
    unpack(root.resolve("var/log/journal/ccd6e52f18dc49d2aa8cef5a6ac33c92/system.journal"));
    assertThat(unhang("scan", "--root", root).out()).contains("ended by shutdown");
    assertThat(unhang("boots", "--root", root).out()).contains("eb6a2d01");
    assertThat(unhang("scan", "--root", root, REPORT).exit()).isEqualTo(64);
  }

  /// The journal of a disk without /var/log/journal is gone, but the syslog daemon's file is there.
  @Test
  void whereTheJournalForgetsOtherLogsAreLookedAt() throws IOException {
    Path root = folder.resolve("disk");
    unpack(root.resolve("run/log/journal/ccd6e52f18dc49d2aa8cef5a6ac33c92/system.journal"));
    Path syslog = root.resolve("var/log/kern.log.1");
    Files.createDirectories(syslog.getParent());
    Files.copy(
        TestConsole.repository("testdata/reports/e1000e-pve-02-incident/kernel.log"), syslog);
    TestConsole scan = unhang("scan", "--json", "--root", root);
    assertThat(scan.err())
        .contains("the journal is volatile", "/var/log/kern.log.1", "mkdir -p /var/log/journal");
    assertThat(scan.out()).contains("\"ticks\" : 224919");
    assertThat(scan.out().split("\"outcome\"", -1)).hasSize(3);
  }

  @Test
  void whatTwoLogsHoldCountsOnce() throws IOException {
    Path root = folder.resolve("disk");
    unpack(root.resolve("run/log/journal/ccd6e52f18dc49d2aa8cef5a6ac33c92/system.journal"));
    Path syslog = root.resolve("var/log/kern.log");
    Files.createDirectories(syslog.getParent());
    Files.copy(REPORT, syslog);
    TestConsole scan = unhang("scan", "--json", "--root", root);
    assertThat(scan.out().split("\"outcome\"", -1)).as("one episode").hasSize(2);
  }

  @Test
  void aPackedLogIsReadLikeItsText() throws IOException {
    Path packed = folder.resolve("kern.log.2");
    try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      Files.copy(REPORT, out);
    }
    assertThat(unhang("scan", "--json", packed).out().replace(packed.toString(), "X"))
        .isEqualTo(unhang("scan", "--json", REPORT).out().replace(REPORT.toString(), "X"));
  }
}

package dev.unhang.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.app.TestConsole;
import dev.unhang.app.wiring.LiveWiring;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// scan, doctor and explain on files, as a person runs them.
class LogCommandsTest {
  private static final Path INCIDENT =
      TestConsole.repository("testdata/reports/e1000e-pve-02-incident/kernel.log");

  @TempDir private Path folder = Path.of("");

  private static TestConsole unhang(String... words) {
    return TestConsole.run(new LiveWiring(), words);
  }

  private Path file(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }

  @Test
  void theVerdictOfTheIncidentsExcerptComesFirst() {
    TestConsole doctor = unhang("doctor", INCIDENT.toString());
    assertThat(doctor.out().lines().findFirst())
        .contains(
            "HUNG: eno1 (e1000e, 0000:00:19.0) since May 25 15:23:30: transmit ring stuck for"
                + " 224,919 ticks (15 min if HZ=250, 3 min 45 s if 1000); 48 descriptors held, 47"
                + " not processed, until the shutdown");
    assertThat(doctor.out())
        .contains("no reset will come by itself")
        .contains("clean shutdown of the machine");
    assertThat(doctor.exit()).isEqualTo(2);
  }

  /// An argument of the kernel is given at each boot; a look changes nothing.
  @Test
  void whatLastsOverABootIsSaidOfOtherDriversToo() throws IOException {
    String line = "[ 4711.1] NETDEV WATCHDOG: eno1 (DRIVER): transmit queue 0 timed out\n";
    String r8169 =
        file("r.log", line.replace("DRIVER", "r8169").getBytes(StandardCharsets.UTF_8)).toString();
    assertThat(unhang("doctor", r8169).out())
        .contains("Next          pcie_aspm.policy=performance at boot")
        .contains("Persistent: yes, the boot loader's command line");
    String ice =
        file("i.log", line.replace("DRIVER", "ice").getBytes(StandardCharsets.UTF_8)).toString();
    assertThat(unhang("doctor", ice).out())
        .contains("Next          ethtool -a eno1", "Risk: none")
        .doesNotContain("Persistent:");
  }

  /// What comes behind the damage may be a hang: nothing there is clear.
  @Test
  void aLogThatBreaksOffIsNotClear() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      for (int i = 0; i < 20_000; i++) {
        gzip.write(
            "May 25 15:%02d:%02d pve-02 kernel: usb 1-1: %x\n"
                .formatted(i / 3600 % 60, i / 60 % 60, i * 0x9e3779b9L)
                .getBytes(StandardCharsets.UTF_8));
      }
    }
    byte[] whole = packed.toByteArray();
    String sound = file("whole.gz", whole).toString();
    String broken = file("broken.gz", Arrays.copyOf(whole, whole.length / 2)).toString();
    assertThat(unhang("doctor", sound).out()).startsWith("CLEAR");
    assertThat(unhang("doctor", sound).exit()).isZero();
    TestConsole doctor = unhang("doctor", broken);
    assertThat(doctor.out()).startsWith("UNKNOWN: no trouble of a NIC in what could be read");
    assertThat(doctor.out()).contains("ends too early");
    assertThat(doctor.exit()).isEqualTo(3);
    TestConsole scan = unhang("scan", broken);
    assertThat(scan.out()).startsWith("No hang from").contains("not all of it could be read");
    assertThat(scan.exit()).isEqualTo(3);
    // A hang before the damage is a hang.
    Path logs = Files.createDirectories(folder.resolve("tree/var/log"));
    Files.copy(Path.of(broken), logs.resolve("kern.log.1.gz"));
    Files.copy(INCIDENT, logs.resolve("kern.log"));
    assertThat(unhang("doctor", folder.resolve("tree").toString()).exit()).isEqualTo(2);
  }

  @Test
  void scanJsonOfTheIncidentIsAsDocumented() throws IOException {
    TestConsole scan = unhang("scan", "--json", INCIDENT.toString());
    String golden =
        Files.readString(TestConsole.repository("testdata/transcripts/scan-incident.json"));
    assertThat(scan.out().replace(INCIDENT.toString(), "kernel.log")).isEqualTo(golden);
    assertThat(scan.exit()).isEqualTo(2);
  }

  @Test
  void theSameLogOnStandardInputGivesTheSameHang() throws IOException {
    TestConsole scan =
        TestConsole.run(new LiveWiring(), Files.readAllBytes(INCIDENT), "scan", "--json", "-");
    assertThat(scan.out()).contains("\"ticks\" : 224919").contains("\"origin\" : \"-\"");
  }

  @Test
  void scanJsonlTellsEachEventOnALine() {
    TestConsole scan = unhang("scan", "--jsonl", INCIDENT.toString());
    assertThat(scan.exit()).isEqualTo(2);
    assertThat(scan.out().lines())
        .isNotEmpty()
        .allMatch(line -> line.startsWith("{\"schema\":\"unhang.event/1\",\"event\":\""))
        .anyMatch(line -> line.contains("\"event\":\"hang\"") && line.contains("\"TDH\":"));
  }

  @Test
  void explainShowsAllThirteenFieldsInWords() {
    assertThat(unhang("explain", INCIDENT.toString()).out())
        .contains("TDH ")
        .contains("PHY 1000BASE-T Status  3800")
        .contains("next_to_watch.status   0 ")
        .contains("48 descriptors held by the driver, 47 not processed by the hardware");
  }

  @ParameterizedTest
  @CsvSource({
    "not there, 66",
    "a folder, 66",
    "empty, 66",
    "binary, 66",
    "gzip, 66",
    "no hang, 0",
    "a hang, 2"
  })
  void whatIsReadDecidesTheExitCode(String what, int exit) throws IOException {
    byte[] binary = new byte[10_000];
    Path path =
        switch (what) {
          case "not there" -> folder.resolve("nowhere");
          case "a folder" -> folder;
          case "empty" -> file("empty", new byte[0]);
          case "binary" -> file("binary", binary);
          case "gzip" -> file("log.gz", new byte[] {0x1f, (byte) 0x8b, 8, 0});
          case "no hang" ->
              file("quiet", "[    1.000000] x: y\n".getBytes(StandardCharsets.US_ASCII));
          default -> INCIDENT;
        };
    for (String command : new String[] {"scan", "doctor"}) {
      TestConsole test = unhang(command, path.toString());
      assertThat(test.exit()).as(command).isEqualTo(exit);
      assertThat(test.err()).doesNotContain("\tat ");
      if (exit == 66) {
        assertThat(test.err()).startsWith("unhang: ");
      }
    }
  }

  @Test
  void noHangIsNeverSaidOfTimeThatWasNotRead() throws IOException {
    Path quiet =
        file(
            "quiet",
            "[   10.000000] x: y\n[   20.000000] x: z\n".getBytes(StandardCharsets.US_ASCII));
    assertThat(unhang("doctor", quiet.toString()).out())
        .startsWith(
            "CLEAR: no trouble of a NIC from [   10.000000] to [   20.000000]; before [  "
                + " 10.000000] not known");
  }

  @Test
  void textOfALogCannotReachTheTerminalUnescaped() throws IOException {
    String hostile =
        "[    1.000000] e1000e 0000:00:19.0 \u001b[2Jeno1: Detected Hardware Unit Hang:\n";
    Path log = file("hostile", hostile.getBytes(StandardCharsets.UTF_8));
    TestConsole doctor = unhang("doctor", log.toString());
    assertThat(doctor.out() + doctor.err()).doesNotContain("\u001b");
  }

  /// The disk of a dying host: one log of several can't be read to its end.
  @ParameterizedTest
  @ValueSource(strings = {"scan", "doctor"})
  void aBadSectorUnderOneLogLeavesTheOthers(String command) throws IOException {
    String hang =
        "[ 7204.4] e1000e 0000:00:1f.6 eno1: Detected Hardware Unit Hang:\n[ 7204.4]   TDH <67>\n";
    FolderHost host =
        new FolderHost(folder)
            .file("var/log/kern.log", hang)
            .file("var/log/kern.log.1", hang.replace("7204", "8204").repeat(2))
            .breaks("var/log/kern.log.1");
    TestConsole told = TestConsole.run(host.wiring(), command);
    assertThat(told.err()).contains("kern.log.1", "Input/output error").doesNotContain("bug");
    assertThat(told.out()).contains("eno1");
    assertThat(told.exit()).isEqualTo(2);
    host.file("var/log/kern.log.1", "x");
    TestConsole none = TestConsole.run(host.wiring(), command);
    assertThat(none.err()).contains("kern.log.1", "Input/output error").doesNotContain("empty");
    assertThat(none.exit()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "scna",
    "scan --nope",
    "scan --boot yesterday",
    "fix",
    "load eno1",
    "fix eno1 --set nonsense",
    "undo x",
    "plan a/b"
  })
  void aWrongCommandLineIsSaidToBeOne(String line) {
    TestConsole test = TestConsole.run(new dev.unhang.app.wiring.SimWiring(), line.split(" "));
    assertThat(test.exit()).as(test.err()).isEqualTo(64);
  }
}

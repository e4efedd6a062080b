package dev.unhang.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.app.TestConsole;
import dev.unhang.app.wiring.LiveWiring;
import dev.unhang.app.wiring.SimWiring;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SavedHostCommandsTest {
  private static final Path LOG =
      TestConsole.repository("testdata/reports/e1000e-pve-02-incident/kernel.log");

  private static final String TSO_ON =
      "Features for eno1:\n"
          + "tcp-segmentation-offload: on\n"
          + "\ttx-tcp-segmentation: on\n"
          + "\ttx-tcp6-segmentation: on\n";

  private static TestConsole run(String... words) {
    return TestConsole.run(new LiveWiring(), words);
  }

  private static Path write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private static Path sosreport(Path folder) throws IOException {
    Path report = folder.resolve("sosreport-pve-02");
    Path commands = report.resolve("sos_commands");
    write(commands.resolve("networking/ethtool_-k_eno1"), TSO_ON);
    write(
        commands.resolve("networking/ethtool_-i_eno1"),
        "driver: e1000e\n"
            + "version: 6.8.12-4-pve\n"
            + "firmware-version: 0.13-4\n"
            + "bus-info: 0000:00:19.0\n");
    write(commands.resolve("kernel/dmesg"), Files.readString(LOG));
    write(report.resolve("proc/sys/kernel/hostname"), "pve-02\n");
    return report;
  }

  @Test
  void doctorJoinsASosreportsLogWithItsOffloads(@TempDir Path folder) throws IOException {
    TestConsole doctor = run("doctor", sosreport(folder).toString());
    assertThat(doctor.out())
        .startsWith("HUNG: eno1 (e1000e, 0000:00:19.0)")
        .contains("it hangs with TCP segmentation offload on")
        .contains("ethtool_-k_eno1: tso is on")
        .contains("eno1 at 0000:00:19.0: driver e1000e");
    assertThat(doctor.exit()).isEqualTo(2);
  }

  /// What a person copies off a disk: no sosreport, but the host's own tree.
  @Test
  void logsOfAHostsOwnTreeAreRead(@TempDir Path folder) throws Exception {
    for (String tree : List.of("", "pve-02", "rescue/of/pve-02")) {
      Path saved = folder.resolve("saved-" + tree.length());
      write(saved.resolve(tree).resolve("etc/hostname"), "pve-02\n");
      write(saved.resolve(tree).resolve("var/log/kern.log"), Files.readString(LOG));
      Path tar = folder.resolve("saved-" + tree.length() + ".tar");
      new ProcessBuilder("tar", "-cf", tar.toString(), "-C", saved.toString(), ".")
          .start()
          .waitFor();
      for (Path source : List.of(saved, tar)) {
        TestConsole doctor = run("doctor", source.toString());
        assertThat(doctor.out()).as(source.toString()).startsWith("HUNG: eno1 (e1000e");
        assertThat(doctor.exit()).isEqualTo(2);
      }
    }
  }

  /// Nothing is known, so what would help is said; with a log it is not.
  @Test
  void whereNoLogWasGivenOneIsAskedFor(@TempDir Path folder) throws IOException {
    Path features = write(folder.resolve("k/features.txt"), "$ ethtool -k eno1\n" + TSO_ON);
    TestConsole without = run("doctor", features.toString());
    assertThat(without.out())
        .startsWith("UNKNOWN: no kernel log")
        .contains("Next          journalctl --dmesg --boot all > kernel.log");
    assertThat(without.exit()).isEqualTo(3);
    TestConsole with = run("doctor", features.toString(), LOG.toString());
    assertThat(with.out()).startsWith("HUNG").doesNotContain("journalctl --dmesg");
  }

  @Test
  void scanReadsTheKernelLogOfASavedHost(@TempDir Path folder) throws IOException {
    TestConsole scan = run("scan", sosreport(folder).toString());
    assertThat(scan.out()).contains("eno1");
    assertThat(scan.exit()).isEqualTo(2);
    TestConsole part = run("scan", "--boot", "0", sosreport(folder).toString());
    assertThat(part.exit()).isEqualTo(64);
    // A text is a log, whatever else is in it.
    Path mixed = write(folder.resolve("mixed.txt"), TSO_ON + "\n" + Files.readString(LOG));
    assertThat(run("scan", mixed.toString()).exit()).isEqualTo(2);
    write(folder.resolve("no/note.txt"), "x");
    assertThat(run("scan", folder.resolve("no").toString()).exit()).isEqualTo(66);
  }

  @Test
  void verifyJudgesASavedHostsConfiguration(@TempDir Path folder) throws IOException {
    String report = folder.resolve("r.tar.gz").toString();
    SimWiring sim = new SimWiring();
    TestConsole.run(sim, "fix", "eno1", "--yes");
    TestConsole.run(sim, "report", "-o", report);
    TestConsole verify = run("verify", "eno1", report);
    assertThat(verify.out()).isEqualTo(TestConsole.run(sim, "verify", "eno1").out());
    assertThat(verify.exit()).isZero();
    TestConsole sosreport = run("verify", "eno1", sosreport(folder).toString());
    assertThat(sosreport.out())
        .contains("its configuration was not read: not read: which ifupdown");
    assertThat(sosreport.exit()).isEqualTo(3);
    assertThat(run("verify", report).exit()).isEqualTo(64);
    assertThat(run("verify", "eno1", "eno2", report).exit()).isEqualTo(64);
    assertThat(run("verify", "eno7", report).exit()).isEqualTo(66);
  }

  @Test
  void aPartOfASavedHostsLogsCannotBeChosen(@TempDir Path folder) throws IOException {
    TestConsole doctor = run("doctor", "--boot", "0", sosreport(folder).toString());
    assertThat(doctor.exit()).isEqualTo(64);
    assertThat(doctor.err()).contains("choose within journals");
  }

  @Test
  void looseFilesAreOneHostsUnlessPromptsSayOtherwise(@TempDir Path folder) throws IOException {
    Path features = write(folder.resolve("before.txt"), TSO_ON);
    TestConsole doctor = run("doctor", LOG.toString(), features.toString());
    assertThat(doctor.out()).contains("it hangs with TCP segmentation offload on");
    Path other =
        write(
            folder.resolve("two.txt"),
            "root@a:~# uname -a\nx\nroot@a:~# ethtool -k eno1\n"
                + TSO_ON
                + "root@b:~# ethtool -k eno1\n"
                + TSO_ON);
    TestConsole two = run("doctor", other.toString());
    assertThat(two.err()).contains("several hosts");
    assertThat(two.exit()).isEqualTo(66);
  }

  /// What stands before any name is nobody's, which is said whichever host is looked at.
  @Test
  void oneOfSeveralHostsIsNamedBehindTheFile(@TempDir Path folder) throws IOException {
    Path two =
        write(
            folder.resolve("two.txt"),
            "driver: igb\nversion: 1\nfirmware-version: 1\nbus-info: 0000:09:00.0\n\n"
                + "root@a:~# ethtool -k eno1\n"
                + TSO_ON
                + "\nLinux b.example.org 6.8.12-4-pve #1 SMP x86_64 GNU/Linux\n\n"
                + TSO_ON.replace(": on", ": off"));
    TestConsole several = run("nics", two.toString());
    assertThat(several.err()).contains("several hosts were named: a, b", "FILE#a");
    TestConsole b = run("features", "eno1", two + "#b");
    assertThat(b.out()).contains("tcp-segmentation-offload: off");
    assertThat(b.err()).contains("two.txt:1: ethtool -i IF left out: names no host");
    assertThat(run("features", "eno1", two + "#A").out()).contains("tcp-segmentation-offload: on");
    assertThat(run("nics", two + "#c").err()).contains("there are a, b");
    Path odd = write(folder.resolve("odd#a"), TSO_ON);
    assertThat(run("features", "eno1", odd.toString()).out())
        .contains("tcp-segmentation-offload: on");
  }

  /// That a device was not saved does not mean that there is none.
  @Test
  void aNicThatOnlyEthtoolSpeaksOfIsListed(@TempDir Path folder) throws IOException {
    Path file = write(folder.resolve("k.txt"), "root@a:~# ethtool -k eno1\n" + TSO_ON);
    assertThat(run("nics", file.toString()).out().replaceAll("\\n +", " "))
        .contains("eno1")
        .contains("device      not read (links were not saved in ")
        .doesNotContain("no device behind it");
  }

  @Test
  void aFolderWithNothingInItIsSaidToHoldNothing(@TempDir Path folder) throws IOException {
    write(folder.resolve("note.txt"), "Dear all,\n");
    TestConsole doctor = run("doctor", folder.toString());
    assertThat(doctor.err()).contains("nothing in it was recognised");
    assertThat(doctor.exit()).isEqualTo(66);
  }

  @ParameterizedTest
  @ValueSource(strings = {"eno1", "lo"})
  void featuresOfASavedHostAreItsOwn(String nic, @TempDir Path folder) throws IOException {
    Path file = write(folder.resolve("k.txt"), TSO_ON);
    TestConsole features = run("features", nic, file.toString());
    if (nic.equals("eno1")) {
      assertThat(features.out().strip().lines()).containsExactlyElementsOf(TSO_ON.lines().toList());
    } else {
      assertThat(features.exit()).isEqualTo(66);
    }
  }

  @Test
  void diffTakesWhatEthtoolPrintedAmongOtherThings(@TempDir Path folder) throws IOException {
    Path now = write(folder.resolve("now.txt"), TSO_ON.replace(": on", ": off"));
    Path before =
        write(
            folder.resolve("before.txt"),
            "BEFORE\n\nroot@pve:~# ethtool -k eno1 | grep offload\ntcp-segmentation-offload: on\n");
    TestConsole diff = run("features", "eno1", now.toString(), "--diff", before.toString());
    assertThat(diff.out().strip()).isEqualTo("tcp-segmentation-offload: on -> off");
    assertThat(diff.err()).contains("not compared");
    assertThat(diff.exit()).isEqualTo(1);
    Path note = write(folder.resolve("note.txt"), "nothing\n");
    assertThat(run("features", "eno1", now.toString(), "--diff", note.toString()).err())
        .contains("no offloads as 'ethtool -k' prints them");
  }
}

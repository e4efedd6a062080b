package dev.unhang.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.app.TestConsole;
import dev.unhang.app.wiring.LiveWiring;
import dev.unhang.testing.Fixtures;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `unhang fleet scan --files`: what many hosts left, each a file or a folder.
class FleetFilesTest {
  private static final Path REPORTS = Fixtures.ROOT.resolve("testdata/reports");
  private static final Path INCIDENT = REPORTS.resolve("e1000e-pve-02-incident/kernel.log");

  private static TestConsole run(String... words) {
    return TestConsole.run(new LiveWiring(), words);
  }

  private static String[] states(TestConsole run) {
    return run.out()
        .lines()
        .filter(line -> line.contains("unhang.fleet-scan/1"))
        .map(line -> line.replaceAll(".*\"host\":\"([^\"]*)\",\"state\":\"([a-z-]*)\".*", "$1 $2"))
        .sorted()
        .toArray(String[]::new);
  }

  /// Of each report of testdata, the same as of it alone: it hung where `scan` finds a hang, and
  /// nowhere else.
  @Test
  void itHungWhereScanFindsAHang(@TempDir Path folder) throws IOException {
    List<Path> reports;
    try (Stream<Path> all = Files.list(REPORTS)) {
      reports = all.filter(each -> Files.exists(each.resolve("kernel.log"))).sorted().toList();
    }
    assertThat(reports).hasSizeGreaterThan(20);
    for (Path report : reports) {
      Files.copy(report.resolve("kernel.log"), folder.resolve(report.getFileName() + ".log"));
    }
    TestConsole fleet = run("fleet", "scan", "--json", "--files", folder.toString());
    assertThat(fleet.exit()).isEqualTo(2);
    List<String> states = List.of(states(fleet));
    assertThat(states).hasSize(reports.size());
    for (Path report : reports) {
      boolean found = run("scan", report.resolve("kernel.log").toString()).exit() == 2;
      String name = report.getFileName() + ".log";
      assertThat(states.contains(name + " hung")).as(name).isEqualTo(found);
    }
    assertThat(states)
        .as("a card that is gone is not called clean")
        .contains("igc-pcie-lost-x870-arch.log lost");
  }

  @Test
  void filesFoldersAndPackedLogsAreHostsAndADotHidesOne(@TempDir Path folder) throws IOException {
    try (OutputStream packed =
        new GZIPOutputStream(Files.newOutputStream(folder.resolve("packed.log.gz")))) {
      Files.copy(INCIDENT, packed);
    }
    Path unpacked = Files.createDirectory(folder.resolve("pve-02"));
    Files.copy(INCIDENT, unpacked.resolve("kern.log"));
    Files.writeString(folder.resolve("picture.png"), "no log of anything");
    Files.createDirectory(folder.resolve("empty"));
    Files.copy(INCIDENT, folder.resolve(".hidden"));
    TestConsole run = run("fleet", "scan", "--json", "--files", folder.toString());
    assertThat(states(run))
        .containsExactly(
            "empty not-known", "packed.log.gz hung", "picture.png not-known", "pve-02 hung");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void whatIsDoneIsNotReadAgain(@TempDir Path folder) throws IOException {
    Path logs = Files.createDirectory(folder.resolve("logs"));
    Files.copy(INCIDENT, logs.resolve("a"));
    String state = folder.resolve("state").toString();
    run("fleet", "scan", "--files", logs.toString(), "--state", state);
    Files.copy(INCIDENT, logs.resolve("b"));
    Files.writeString(logs.resolve("a"), "what it was then counts");
    TestConsole again =
        run("fleet", "scan", "--json", "--files", logs.toString(), "--state", state, "--resume");
    assertThat(states(again)).containsExactly("a hung", "b hung");
  }

  @Test
  void whatItCantTakeIsRefused(@TempDir Path folder) {
    String here = folder.toString();
    assertThat(run("fleet", "scan", "--files", here, "pve-01").exit()).isEqualTo(64);
    assertThat(run("fleet", "scan", "--files", here, "--timeout", "5s").exit()).isEqualTo(64);
    assertThat(run("fleet", "scan", "--files", here, "--proxmox-cluster").exit()).isEqualTo(64);
    assertThat(run("fleet", "scan", "--files", here + "/none").exit()).isEqualTo(66);
    TestConsole empty = run("fleet", "scan", "--files", here);
    assertThat(empty.exit()).isEqualTo(66);
    assertThat(empty.err()).contains("nothing is in it");
  }
}

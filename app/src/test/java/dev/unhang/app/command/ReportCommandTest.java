package dev.unhang.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.app.TestConsole;
import dev.unhang.app.source.Sources;
import dev.unhang.app.wiring.SimWiring;
import dev.unhang.hosts.HostReading;
import dev.unhang.hosts.bundle.RecordingHostView;
import dev.unhang.hosts.survey.Survey;
import dev.unhang.hosts.topology.TopologyReader;
import dev.unhang.model.host.HostView;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `unhang report`, and what other commands make of it.
class ReportCommandTest {
  private final SimWiring pve = new SimWiring();

  @TempDir Path folder;

  private TestConsole unhang(String... words) {
    return TestConsole.run(pve, words);
  }

  private Path report(String... options) {
    Path file = folder.resolve("r.tar.gz");
    List<String> words = new java.util.ArrayList<>(List.of("report", "-o", file.toString()));
    words.addAll(List.of(options));
    assertThat(unhang(words.toArray(String[]::new)).err()).isEmpty();
    return file;
  }

  private static byte[] unpacked(Path file) throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return in.readAllBytes();
    }
  }

  private HostView replayed(Path file) {
    return new Sources(pve.here(), List.of(file.toString())).host().orElseThrow().view();
  }

  @Test
  void itSaysWhatIsInItAndIsReadableByItsOwnerOnly() throws IOException {
    Path file = folder.resolve("r.tar.gz");
    TestConsole report = unhang("report", "-o", file.toString());
    assertThat(report.exit()).isZero();
    assertThat(report.out())
        .contains("kernel.json", "files/etc/network/interfaces", "files/etc/pve/qemu-server/100")
        .contains("logs/journal.json", "Names and addresses are in it", "written to " + file);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void theReplayedHostHasTheFactsOfTheLiveOne() {
    Path file = report();
    RecordingHostView live = new RecordingHostView(pve.live().view());
    HostView replayed = replayed(file);
    assertThat(Survey.read(replayed, List.of())).isEqualTo(Survey.read(live, List.of()));
    assertThat(TopologyReader.read(replayed)).isEqualTo(TopologyReader.read(live));
    assertThat(HostReading.read(replayed, List.of(), List.of()).nics())
        .isEqualTo(HostReading.read(live, List.of(), List.of()).nics());
  }

  @Test
  void everyCommandSaysOfTheReportWhatItSaysOfTheHost() {
    String file = report().toString();
    assertThat(unhang("nics", file).out()).isEqualTo(unhang("nics").out());
    assertThat(unhang("nics", "eno1", file).out()).isEqualTo(unhang("nics", "eno1").out());
    assertThat(unhang("topology", file).out()).isEqualTo(unhang("topology").out());
    assertThat(unhang("features", "eno1", file).out()).isEqualTo(unhang("features", "eno1").out());
    assertThat(unhang("doctor", file).exit()).isEqualTo(unhang("doctor").exit());
    assertThat(unhang("doctor", file).out().lines().limit(1).toList())
        .isEqualTo(unhang("doctor").out().lines().limit(1).toList());
  }

  @Test
  void aRedactedReportHasNoNameAndNoAddress() throws IOException {
    String text =
        new String(unpacked(report("--redact")), StandardCharsets.ISO_8859_1)
            .toLowerCase(Locale.ROOT);
    assertThat(text).contains("eno1", "e1000e", "00:00:5e:", "vmbr0", "virtio=bc:24:11:");
    for (String gone :
        List.of(
            "pve-02",
            "00:00:5e:00:53:01",
            "00-00-5e-00-53-01",
            "00005e005301",
            "bc:24:11:00:00:01",
            "bc2411000001",
            "name: nas")) {
      assertThat(text).as(gone).doesNotContain(gone);
    }
  }

  @Test
  void aRedactedReportKeepsTheStructure() {
    String file = report("--redact").toString();
    assertThat(unhang("topology", file).exit()).isEqualTo(unhang("topology").exit());
    assertThat(unhang("topology", file).out().lines().count())
        .isEqualTo(unhang("topology").out().lines().count());
    assertThat(unhang("nics", file).out()).contains("Ethernet Connection I217-LM", "vmbr0");
    assertThat(unhang("doctor", file).exit()).isEqualTo(unhang("doctor").exit());
  }

  @ParameterizedTest
  @ValueSource(ints = {600, 2000, 5000, 20_000})
  void aReportThatBreaksOffIsSaidToBeDamaged(int length) throws IOException {
    byte[] whole = unpacked(report());
    Path cut = folder.resolve("cut.tar.gz");
    try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(cut))) {
      out.write(Arrays.copyOf(whole, Math.min(length, whole.length / 2)));
    }
    TestConsole nics = unhang("nics", cut.toString());
    assertThat(nics.err()).contains("ends too early").doesNotContain("bug");
  }

  @Test
  void anyByteInItMayBeAnother() throws IOException {
    byte[] whole = unpacked(report());
    java.util.Random random = new java.util.Random(7);
    for (int round = 0; round < 60; round++) {
      byte[] bytes = whole.clone();
      for (int i = 0; i < 40; i++) {
        bytes[512 + random.nextInt(bytes.length - 512)] = (byte) random.nextInt(256);
      }
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
        out.write(bytes);
      }
      Path file = Files.write(folder.resolve("any.tar.gz"), packed.toByteArray());
      assertThat(unhang("nics", file.toString()).exit()).as("round " + round).isNotEqualTo(70);
      assertThat(unhang("topology", file.toString()).exit()).isNotEqualTo(70);
    }
  }
}

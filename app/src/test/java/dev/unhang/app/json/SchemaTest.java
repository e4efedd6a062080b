package dev.unhang.app.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.unhang.app.TestConsole;
import dev.unhang.app.text.EventWords;
import dev.unhang.app.wiring.LiveWiring;
import dev.unhang.app.wiring.SimWiring;
import dev.unhang.logs.LogReading;
import dev.unhang.model.evidence.Origin;
import dev.unhang.watch.machine.Account;
import dev.unhang.watch.machine.Cause;
import dev.unhang.watch.machine.Moment;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What is printed for other programs is as docs/schema says: on every report of testdata.
class SchemaTest {
  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private static Schema schema(String name) throws IOException {
    return SCHEMAS.getSchema(
        Files.readString(TestConsole.repository("docs/schema").resolve(name + ".json")));
  }

  private static List<String> complaints(Schema schema, String json) {
    return schema.validate(json, InputFormat.JSON).stream().map(Error::toString).toList();
  }

  static Stream<Path> logs() throws IOException {
    try (Stream<Path> files = Files.walk(TestConsole.repository("testdata/reports"))) {
      return files.filter(file -> file.endsWith("kernel.log")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("logs")
  void scansAreAsDescribed(Path log) throws IOException {
    TestConsole scan = TestConsole.run(new LiveWiring(), "scan", "--json", log.toString());
    assertThat(complaints(schema("scan-1"), scan.out())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("logs")
  void findingsAreAsDescribed(Path log) throws IOException {
    TestConsole doctor = TestConsole.run(new LiveWiring(), "doctor", "--json", log.toString());
    assertThat(complaints(schema("doctor-1"), doctor.out())).isEmpty();
  }

  @Test
  void findingsOfASavedHostAreAsDescribed() throws IOException {
    Path host =
        TestConsole.repository(
            "testdata/cases/hangs-with-segmentation-offload/incident-with-tso-on");
    TestConsole doctor = TestConsole.run(new LiveWiring(), "doctor", "--json", host.toString());
    assertThat(doctor.out()).contains("\"verdict\" : \"diagnosed\"", "turn-off-offload");
    assertThat(complaints(schema("doctor-1"), doctor.out())).isEmpty();
    String odd = doctor.out().replaceFirst("\"confidence\" : \"certain\"", "\"confidence\" : 1");
    assertThat(complaints(schema("doctor-1"), odd)).isNotEmpty();
  }

  @Test
  void rulesAreAsDescribed() throws IOException {
    TestConsole rules = TestConsole.run(new LiveWiring(), "rules", "--json");
    assertThat(rules.out()).contains("\"transmit-unit-hangs\"");
    assertThat(complaints(schema("rules-1"), rules.out())).isEmpty();
  }

  private static Path journal(Path folder) throws IOException {
    Path packed = TestConsole.repository("testdata/journals/lab-two-boots.journal.gz");
    try (InputStream in = new GZIPInputStream(Files.newInputStream(packed))) {
      Files.copy(in, folder.resolve("system.journal"));
    }
    return folder;
  }

  @Test
  void scansOfJournalsAndOfWhatCannotBeReadAreAsDescribed(@TempDir Path folder) throws IOException {
    Path binary = Files.write(folder.resolve("binary"), new byte[5_000]);
    TestConsole scan =
        TestConsole.run(
            new LiveWiring(), "scan", "--json", journal(folder).toString(), binary.toString());
    assertThat(scan.out()).contains("\"bytes\" : null").contains("\"eno1\"");
    assertThat(complaints(schema("scan-1"), scan.out())).isEmpty();
  }

  @Test
  void bootsAndRecordsAreAsDescribed(@TempDir Path folder) throws IOException {
    String journal = journal(folder).toString();
    TestConsole boots = TestConsole.run(new LiveWiring(), "boots", "--json", journal);
    assertThat(boots.out()).contains("\"index\" : -1");
    assertThat(complaints(schema("boots-1"), boots.out())).isEmpty();
    TestConsole records = TestConsole.run(new LiveWiring(), "records", journal);
    List<String> lines = records.out().lines().toList();
    assertThat(lines).hasSizeGreaterThan(500);
    Schema schema = schema("records");
    assertThat(lines).allSatisfy(line -> assertThat(complaints(schema, line)).isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "ethtool-k.veth.txt, eno1",
    "ethtool-k.tap.txt, tap100i0",
    "ethtool-k.2007.txt, eth0"
  })
  void featuresAreAsDescribed(String file, String nic) throws IOException {
    String saved = TestConsole.repository("testdata/outputs").resolve(file).toString();
    TestConsole features = TestConsole.run(new LiveWiring(), "features", nic, saved, "--json");
    assertThat(features.out()).contains("\"name\"");
    assertThat(complaints(schema("features-1"), features.out())).isEmpty();
    String odd = features.out().replaceFirst("\"active\" : \\w+", "\"active\" : 1");
    assertThat(complaints(schema("features-1"), odd)).isNotEmpty();
  }

  @Test
  void theKernelsAnswersInAReportAreAsDescribed(@TempDir Path folder) throws IOException {
    Path report = folder.resolve("r.tar.gz");
    TestConsole.run(new SimWiring(), "report", "-o", report.toString());
    String text;
    try (InputStream in = new GZIPInputStream(Files.newInputStream(report))) {
      text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    int begin = text.indexOf("{\"schema\":\"unhang.kernel/1\"");
    String kernel = text.substring(begin, text.indexOf("\n]}", begin) + "\n]}".length());
    assertThat(kernel).contains("\"asked\":\"registers\"");
    assertThat(complaints(schema("kernel-1"), kernel)).isEmpty();
    assertThat(complaints(schema("kernel-1"), kernel.replace("\"rings\"", "\"strings\"")))
        .isNotEmpty();
  }

  @Test
  void nicsAreAsDescribed() throws IOException {
    for (String nic : List.of("eno1", "vmbr0")) {
      TestConsole sim = TestConsole.run(new SimWiring(), "nics", "--json", nic);
      assertThat(complaints(schema("nics-1"), sim.out())).isEmpty();
    }
    TestConsole live = TestConsole.run(new LiveWiring(), "nics", "--json", "lo");
    assertThat(live.out()).contains("\"interface\" : \"lo\"");
    assertThat(complaints(schema("nics-1"), live.out())).isEmpty();
    assertThat(
            complaints(schema("nics-1"), TestConsole.run(new LiveWiring(), "nics", "--json").out()))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'\"reading\" : \"read\"', '\"reading\" : \"guessed\"'",
    "'\"TDH\" : \"[^\"]*\"', '\"TDH\" : 0'",
    "'\"family\"', '\"kind\"'"
  })
  void nicsThatAreNotAsDescribedAreNoticed(String found, String instead) throws IOException {
    Matcher matcher =
        Pattern.compile(found)
            .matcher(TestConsole.run(new SimWiring(), "nics", "--json", "eno1").out());
    assertThat(matcher.find()).isTrue();
    assertThat(complaints(schema("nics-1"), matcher.replaceFirst(instead))).isNotEmpty();
  }

  /// Every kind there is, so that none is left out by chance.
  @Test
  void eventsAreAsDescribed() throws IOException {
    Set<String> kinds = new TreeSet<>();
    List<String> lines = new ArrayList<>();
    List<byte[]> all = new ArrayList<>(logs().map(SchemaTest::read).toList());
    all.add("6,901,19000000,-;e1000e 0000:00:19.0 eno1: renamed from eth0\n".getBytes(UTF_8));
    all.add("6,902,19000001,-;e1000e 0000:00:19.0 eno1: removed PHC\n".getBytes(UTF_8));
    for (byte[] bytes : all) {
      LogReading reading =
          new LogReading(
              new Origin("kernel log"),
              event -> {
                kinds.add(EventWords.kind(event));
                lines.add(EventJson.line(event, Optional.of(Instant.EPOCH)).text());
              });
      reading.accept(bytes, 0, bytes.length);
      reading.finish();
    }
    assertThat(kinds)
        .contains(
            "boot",
            "fault",
            "hang",
            "link down",
            "link up",
            "notice",
            "renamed",
            "reset",
            "shutdown",
            "watchdog");
    Schema schema = schema("event-1");
    assertThat(lines).allSatisfy(line -> assertThat(complaints(schema, line)).isEmpty());
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /// A schema that takes anything would be met by anything.
  @ParameterizedTest
  @CsvSource({
    "scan-1, '\"hangs\"', '\"hung\"'",
    "scan-1, '\"dumps\" : \\d+', '\"dumps\" : \"many\"'",
    "scan-1, '\"outcome\" : \"[^\"]*\"', '\"outcome\" : \"well\"'",
    "scan-1, '\"pci\" : \"[^\"]*\"', '\"pci\" : \"19\"'",
    "scan-1, 'unhang.scan/1', 'unhang.scan/2'"
  })
  void whatIsNotAsDescribedIsNoticed(String name, String found, String instead) throws IOException {
    String log = "testdata/reports/e1000e-pve-02-incident/kernel.log";
    String json =
        TestConsole.run(new LiveWiring(), "scan", "--json", TestConsole.repository(log).toString())
            .out();
    Matcher matcher = Pattern.compile(found).matcher(json);
    assertThat(matcher.find()).isTrue();
    assertThat(complaints(schema(name), matcher.replaceFirst(instead))).isNotEmpty();
  }

  @Test
  void correlationsAreAsDescribed() throws IOException {
    for (String load : List.of("node-long.rrd", "pve2-node.rrd")) {
      TestConsole found =
          TestConsole.run(
              new LiveWiring(),
              "correlate",
              TestConsole.repository("testdata/load/hangs.log").toString(),
              "--load",
              TestConsole.repository("testdata/load").resolve(load).toString(),
              "--json");
      assertThat(complaints(schema("correlate-1"), found.out())).isEmpty();
    }
  }

  /// What is proved, what hung again, what isn't known, and a change of the ledger.
  @Test
  void proofsAreAsDescribed(@TempDir Path folder) throws IOException {
    StringBuilder log = new StringBuilder();
    for (int day = 1; day < 29; day++) {
      String line = "2026-01-%02dT12:00:00Z pve kernel: [%d.0] ".formatted(day, day * 86_400L);
      log.append(line).append("e1000e 0000:00:19.0 eno1: ");
      log.append(day < 9 ? "Detected Hardware Unit Hang:\n" : "PME# enabled\n");
      log.append(day < 9 ? line + "  TDH <61>\n" + line + "  TDT <9" + day + ">\n" : "");
    }
    String file = Files.writeString(folder.resolve("kern.log"), log).toString();
    Schema schema = schema("prove-1");
    for (String[] asked :
        new String[][] {
          {"2026-01-09", "proved"},
          {"2026-01-03", "hung-again"},
          {"2026-01-02", "hung-again"},
          {"2025-01-02", "not-enough"}
        }) {
      TestConsole proved =
          TestConsole.run(
              new LiveWiring(), "prove", "eno1", file, "--since", asked[0] + "t00:00z", "--json");
      assertThat(proved.out()).contains("\"verdict\" : \"" + asked[1] + "\"");
      assertThat(complaints(schema, proved.out())).as(asked[0]).isEmpty();
    }
    SimWiring sim = new SimWiring();
    assertThat(complaints(schema, TestConsole.run(sim, "prove", "eno1", "--json").out())).isEmpty();
    TestConsole.run(sim, "load", "eno1", "--server", "192.0.2.1");
    TestConsole.run(sim, "fix", "eno1", "--yes");
    TestConsole fixed = TestConsole.run(sim, "prove", "eno1", "--json");
    assertThat(fixed.out()).contains("\"number\" : 1");
    assertThat(complaints(schema, fixed.out())).isEmpty();
    assertThat(complaints(schema, fixed.out().replace("not-enough", "perhaps"))).isNotEmpty();
  }

  /// This machine answers itself, whichever way it is asked.
  @Test
  void whatAWitnessSeesIsAsDescribed() throws IOException {
    TestConsole seen =
        TestConsole.run(
            new LiveWiring(),
            "witness",
            "--target",
            "here=127.0.0.1",
            "--interval",
            "200ms",
            "--for",
            "1s",
            "--jsonl");
    assertThat(seen.out()).contains("\"event\":\"begin\"");
    Schema schema = schema("witness-1");
    assertThat(seen.out().lines())
        .allSatisfy(line -> assertThat(complaints(schema, line)).isEmpty());
    String odd = seen.out().lines().findFirst().orElse("").replace("\"begin\"", "\"began\"");
    assertThat(complaints(schema, odd)).isNotEmpty();
  }

  @Test
  void comparisonsAreAsDescribed() throws IOException {
    TestConsole found =
        TestConsole.run(
            new SimWiring(),
            "compare",
            "--here",
            TestConsole.repository("testdata/reports/e1000e-pve-02-incident/kernel.log").toString(),
            TestConsole.repository("testdata/outputs/lspci-nnk.asus.txt").toString(),
            "--healthy",
            "lspci-nnk.asus.txt",
            "--json");
    assertThat(found.out()).contains("\"state\" : \"healthy\"");
    assertThat(complaints(schema("compare-1"), found.out())).isEmpty();
  }

  @Test
  void topologiesAreAsDescribed() throws IOException {
    TestConsole live = TestConsole.run(new SimWiring(), "topology", "--json");
    assertThat(live.out()).contains("\"upper\" : \"guest 100\"");
    assertThat(complaints(schema("topology-1"), live.out())).isEmpty();
  }

  /// What a webhook gets: of an episode that is over, and of one of which little is known.
  @Test
  void alerts() throws IOException {
    Schema schema = schema("alert-1");
    Account cured =
        new Account(
            "eno1-5eed0001-20315",
            "eno1",
            "0000:00:19.0",
            Cause.STALL,
            "TDH 61 TDT 90",
            new Moment(Duration.ofMillis(20_315), Instant.parse("2026-05-25T13:19:20Z")),
            Optional.of("/var/lib/unhang/evidence/watch-eno1.tar.gz"),
            Optional.of("restart-negotiation"),
            Optional.of(Duration.ofMillis(3_100)),
            List.of("a note"),
            Account.Stage.CURED);
    Account bare =
        new Account(
            "eno1-5eed0001-1",
            "eno1",
            "eno1",
            Cause.FOUND,
            "",
            cured.began(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Account.Stage.WAITS);
    assertThat(complaints(schema, AlertJson.document(cured, "pve-02").text())).isEmpty();
    assertThat(complaints(schema, AlertJson.document(bare, "pve-02").text())).isEmpty();
    assertThat(complaints(schema, AlertJson.document(cured, "x").text().replace("CURED", "DONE")))
        .isNotEmpty();
  }
}

package dev.unhang.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.unhang.app.TestConsole;
import dev.unhang.app.wiring.Host;
import dev.unhang.app.wiring.LiveWiring;
import dev.unhang.app.wiring.SimWiring;
import dev.unhang.app.wiring.Wiring;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import dev.unhang.model.host.ProbeAnswer;
import dev.unhang.model.host.ProbeTarget;
import dev.unhang.model.host.Prober;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `unhang witness` with answers that are made up, and what `doctor` makes of its log.
@Timeout(60)
class WitnessCommandTest {
  private static final Wiring LIVE = new LiveWiring();

  /// Probes from the 4th to the 9th are not answered by those of the host.
  private static final String FALLS = "192.0.2.";

  private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();

  @TempDir private Path folder = Path.of("");
  private Path map = Path.of("");

  @BeforeEach
  void writesTheMap() throws IOException {
    map = folder.resolve("pve-02.json");
    Files.writeString(map, TestConsole.run(new SimWiring(), "topology", "--json").out());
  }

  private ProbeAnswer answer(ProbeTarget target) {
    String address = target.address().toString();
    int count = asked.computeIfAbsent(address, none -> new AtomicInteger()).incrementAndGet();
    return address.startsWith(FALLS) && count > 3 && count < 10
        ? new ProbeAnswer.Silent("nothing came in time")
        : new ProbeAnswer.Answered(Duration.ofMillis(1));
  }

  private TestConsole witness(String... words) {
    Prober prober =
        new Prober() {
          @Override
          public ProbeAnswer probe(ProbeTarget target, Duration patience) {
            return answer(target);
          }

          @Override
          public String usual() {
            return "making it up";
          }
        };
    Wiring wiring =
        new Wiring() {
          @Override
          public Host live() {
            return LIVE.live();
          }

          @Override
          public HostView mounted(HostPath disk) {
            return LIVE.mounted(disk);
          }

          @Override
          public HostView here() {
            return LIVE.here();
          }

          @Override
          public Prober prober() {
            return prober;
          }
        };
    return TestConsole.run(wiring, words);
  }

  private TestConsole watchThree(String... more) {
    List<String> words =
        List.of(
            "witness",
            "--map",
            map.toString(),
            "--interval",
            "200ms",
            "--for",
            "4s",
            "--target",
            "pve-02=192.0.2.2",
            "--target",
            "nas=192.0.2.10",
            "--target",
            "router=198.51.100.1");
    return witness(
        java.util.stream.Stream.concat(words.stream(), List.of(more).stream())
            .toArray(String[]::new));
  }

  @Test
  void aHostThatGoesDarkWithItsGuestHasLostItsNic() {
    TestConsole seen = watchThree();
    assertThat(seen.out())
        .containsPattern("dark: (pve-02, nas|nas, pve-02), together")
        .contains("failed: NIC eno1 of pve-02")
        .contains("looks the same from here: its cable or switch port, bridge vmbr0, the host")
        .containsPattern("back: nas, dark for 1\\.\\d s")
        .contains("3 of 3 answer");
    assertThat(seen.exit()).isEqualTo(1);
  }

  @Test
  void linesAreAsDescribedAndEvidenceForDoctor() throws IOException {
    TestConsole seen = watchThree("--jsonl");
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(TestConsole.repository("docs/schema/witness-1.json")));
    List<String> lines = seen.out().lines().toList();
    assertThat(lines)
        .allSatisfy(line -> assertThat(schema.validate(line, InputFormat.JSON)).isEmpty());
    assertThat(String.join("\n", lines))
        .contains("\"event\":\"begin\"", "\"event\":\"dark\"", "\"event\":\"back\"")
        .contains("\"event\":\"alive\"");
    String dark = lines.stream().filter(line -> line.contains("\"dark\",")).findFirst().orElse("");
    assertThat(
            schema.validate(
                dark.replace("\"kind\":\"NIC\"", "\"kind\":\"card\""), InputFormat.JSON))
        .isNotEmpty();
    Path log = folder.resolve("witness.jsonl");
    Files.writeString(log, seen.out() + "{\"schema\":\"unhang.witness/1\",\"event\"");
    String report =
        TestConsole.repository("testdata/reports/e1000e-pve-02-incident/kernel.log").toString();
    TestConsole doctor = TestConsole.run(LIVE, "doctor", report, "--witness", log.toString());
    assertThat(doctor.out().replaceAll("\\s+", " "))
        .contains("Witness ")
        .contains("went dark together at")
        .contains("back at")
        .contains("NIC eno1 of pve-02");
    assertThat(doctor.err()).contains("witness.jsonl:" + (lines.size() + 1));
    assertThat(doctor.exit()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "witness",
        "witness --target nas",
        "witness --target nas=nas.example",
        "witness --target nas=192.0.2.300",
        "witness --target nas=192.0.2.1:0",
        "witness --target nas=192.0.2.1:65536",
        "witness --target nas=192.0.2.1@nowhere",
        "witness --target a=192.0.2.1 --target a=192.0.2.2",
        "witness --target a=192.0.2.1 --interval 1ms",
        "witness --target a=192.0.2.1 --for never"
      })
  void whatMakesNoSenseIsRefused(String words) {
    assertThat(witness(words.split(" ", -1)).exit()).isEqualTo(64);
  }

  @Test
  void aMapThatIsNoneIsNamed() throws IOException {
    Files.writeString(map, "{\"schema\": \"unhang.scan/1\", \"elements\": []}");
    TestConsole seen = witness("witness", "--target", "a=192.0.2.1", "--map", map.toString());
    assertThat(seen.exit()).isEqualTo(66);
    assertThat(seen.err()).contains("is unhang.scan/1").contains("unhang topology --json");
  }
}

package dev.unhang.app.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.unhang.app.TestConsole;
import dev.unhang.fleet.scan.HostResult;
import dev.unhang.fleet.scan.HostState;
import dev.unhang.fleet.scan.HungNic;
import dev.unhang.fleet.scan.NotKnown;
import dev.unhang.fleet.summary.FleetSummary;
import dev.unhang.model.facts.Trait;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Lines of a scan are as docs/schema says, and are read back as they were written: `--resume`
/// reads them.
class FleetSchemaTest {
  private static final Instant FROM = Instant.parse("2026-11-01T00:00:00Z");

  private static List<String> complaints(String name, String json) throws IOException {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(Files.readString(TestConsole.repository("docs/schema").resolve(name + ".json")))
        .validate(json, InputFormat.JSON)
        .stream()
        .map(Error::toString)
        .toList();
  }

  private static HostResult host(String name, int hangs, String kernel) {
    boolean hung = hangs > 0;
    return new HostResult(
        name,
        hung ? HostState.HUNG : HostState.CLEAN,
        Optional.empty(),
        "",
        Optional.of(FROM),
        Optional.of(FROM.plus(Duration.ofDays(3))),
        Duration.ofDays(2),
        hung
            ? List.of(
                new HungNic(
                    "eno1",
                    Optional.of("e1000e"),
                    hangs,
                    Optional.of(FROM),
                    Optional.empty(),
                    "reset by the driver"))
            : List.of(),
        Map.of(Trait.DRIVER, "e1000e", Trait.KERNEL, kernel, Trait.PAUSE, "on/off"));
  }

  @Test
  void hostsAreAsDescribedAndReadBack() throws IOException {
    for (HostResult each : List.of(host("pve-01", 3, "6.1"), host("pve-02", 0, "6.8"))) {
      String line = FleetJson.host(each).text();
      assertThat(complaints("fleet-scan-1", line)).isEmpty();
      assertThat(FleetJson.read(line)).isEqualTo(each);
    }
  }

  @Test
  void aHostThatLostANicIsNeitherHungNorClean() throws IOException {
    HostResult host =
        new HostResult(
            "pve-04",
            HostState.LOST,
            Optional.empty(),
            "eno1 fell off the PCIe bus",
            Optional.empty(),
            Optional.empty(),
            Duration.ZERO,
            List.of(),
            Map.of());
    String line = FleetJson.host(host).text();
    assertThat(complaints("fleet-scan-1", line)).isEmpty();
    assertThat(FleetJson.read(line)).isEqualTo(host);
    FleetSummary fleet = FleetSummary.of(List.of(host, host("pve-02", 0, "6.8")));
    assertThat(fleet.lost()).isEqualTo(1);
    assertThat(fleet.clean()).isEqualTo(1);
    assertThat(fleet.kinds().getFirst().hosts()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void aHostThatIsNotKnownSaysWhy(NotKnown reason) throws IOException {
    HostResult host = HostResult.notKnown("pve-03", reason, "ssh: \u001b[31mno\n");
    String line = FleetJson.host(host).text();
    assertThat(complaints("fleet-scan-1", line)).isEmpty();
    assertThat(line).doesNotContain("\u001b").contains("\"not-known\"");
    assertThat(FleetJson.read(line)).isEqualTo(host);
  }

  @Test
  void theSummaryIsAsDescribed() throws IOException {
    List<HostResult> hosts = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      hosts.add(host("old-" + i, i < 10 ? 2 : 0, "6.1"));
      hosts.add(host("new-" + i, 0, "6.8"));
    }
    hosts.add(HostResult.notKnown("gone", NotKnown.UNREACHABLE, "no route"));
    String line = FleetJson.summary(FleetSummary.of(hosts)).text();
    assertThat(complaints("fleet-summary-1", line)).isEmpty();
    assertThat(line)
        .contains("\"hung\":10", "\"notKnown\":1", "\"unreachable\":1", "\"atRisk\":[{")
        .contains("\"trait\":\"kernel\",\"value\":\"6.1\",\"with\":12,\"hungWith\":10");
  }

  @Test
  void aLineThatIsNoHostIsRefused() {
    for (String line :
        List.of(
            "",
            "{}",
            "{\"schema\":\"unhang.fleet-scan/2\"}",
            "{\"schema\":\"unhang.fleet-scan/1\",\"host\":\"a\",\"state\":\"well\"}")) {
      assertThatThrownBy(() -> FleetJson.read(line))
          .as(line)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}

package dev.unhang.watch.standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.id.PciAddress;
import dev.unhang.model.id.StepId;
import dev.unhang.watch.machine.Condition;
import dev.unhang.watch.machine.Moment;
import dev.unhang.watch.machine.NicStanding;
import dev.unhang.watch.sense.Traffic;
import dev.unhang.watch.sense.WatchedNic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MetricsTest {
  private static final Path PROMTOOL = Path.of("/usr/bin/promtool");
  private static final Path RULES = Path.of("../packaging/prometheus");

  private static Moment moment(long millis) {
    return new Moment(Duration.ofMillis(millis), Instant.EPOCH.plusMillis(millis));
  }

  private static Standing standing(String name) {
    WatchedNic nic =
        new WatchedNic(
            new InterfaceName(name),
            Optional.of(new PciAddress("0000:00:19.0")),
            Optional.of("e1000e"),
            false);
    return new Standing(
        moment(0),
        moment(90_500),
        Optional.empty(),
        List.of(
            new NicStanding(
                nic,
                Condition.WELL,
                Optional.of(new Traffic(4_096, Optional.of(512L), 0)),
                Optional.empty())),
        Map.of(
            "0000:00:19.0",
            new Counts(
                2,
                Duration.ofMillis(6_250),
                Map.of(new StepId("restart-negotiation"), 2L),
                Map.of(new StepId("bounce-link"), 1L))),
        3,
        0,
        1);
  }

  @Test
  void eachSeriesHasItsValue() {
    String of = "{nic=\"eno1\",pci=\"0000:00:19.0\",driver=\"e1000e\"";
    assertThat(Metrics.text(standing("eno1")).lines())
        .contains(
            "# TYPE unhang_hangs_total counter",
            "unhang_nic_state" + of + ",state=\"well\"} 1",
            "unhang_nic_state" + of + ",state=\"given-up\"} 0",
            "unhang_hangs_total" + of + "} 2",
            "unhang_recoveries_total" + of + ",step=\"restart-negotiation\",outcome=\"cured\"} 2",
            "unhang_recoveries_total" + of + ",step=\"bounce-link\",outcome=\"failed\"} 1",
            "unhang_outage_seconds_total" + of + "} 6.25",
            "unhang_transmit_bytes_total" + of + "} 4096",
            "unhang_lost_records_total 1",
            "unhang_distrusted_lines_total 3",
            "unhang_held 0",
            "unhang_watch_up_seconds 90.5");
  }

  /// An interface may be called almost anything.
  @Test
  void aNameCanEndNoLabel() {
    assertThat(Metrics.text(standing("a\"}1\\")).lines())
        .contains(
            "unhang_hangs_total{nic=\"a\\\"}1\\\\\",pci=\"0000:00:19.0\",driver=\"e1000e\"} 2");
  }

  @Test
  void prometheusTakesIt() throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(PROMTOOL), "needs promtool: apt install prometheus");
    for (String name : List.of("eno1", "a\"}\\")) {
      assertThat(promtool(Metrics.text(standing(name)), "check", "metrics")).isEmpty();
    }
  }

  @Test
  void theAlertRulesFireWhenTheyShould() throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(PROMTOOL), "needs promtool: apt install prometheus");
    assertThat(promtool("", "test", "rules", RULES.resolve("unhang.test.yml").toString()))
        .contains("SUCCESS");
  }

  @Test
  void theDashboardAsksOnlyForMetricsThatThereAre() throws IOException {
    String dashboard = Files.readString(RULES.resolve("../grafana/unhang.json"));
    Set<String> asked = new TreeSet<>();
    Matcher name = Pattern.compile("unhang_[a-z_]+").matcher(dashboard);
    while (name.find()) {
      asked.add(name.group());
    }
    assertThat(asked)
        .hasSizeGreaterThan(8)
        .allMatch(each -> Metrics.text(standing("eno1")).contains("# TYPE " + each + " "));
  }

  /// What it says; an exit other than 0 is an error.
  private static String promtool(String in, String... words)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(PROMTOOL.toString()));
    command.addAll(List.of(words));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().write(in.getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said.strip();
  }
}

package dev.unhang.sim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.model.host.Command;
import dev.unhang.model.host.KernelOrder;
import dev.unhang.model.host.KernelQuestion.OffloadsOf;
import dev.unhang.model.net.Offload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The simulated NIC is held to recordings of the real driver: else what is proved on it would be
/// proved of the simulator alone.
class SimHostTest {
  /// A recording of the real e1000e in the lab.
  private static final Path RECORDING =
      Path.of(
          System.getProperty("unhang.root", ".."),
          "testdata/reports/e1000e-82574-lab-first-hang/kernel.log");

  private static SimHost hung() {
    SimHost host = new SimHost(true);
    host.start(
        new Command(List.of("iperf3", "--time", "60"), Duration.ofSeconds(60)), (c, o, l) -> {});
    host.clocks().pause(Duration.ofSeconds(20));
    return host;
  }

  private static String log(SimHost host) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    host.stream(new Command(List.of("journalctl"), Duration.ofSeconds(1)), out::write);
    return out.toString(StandardCharsets.UTF_8);
  }

  /// Labels with their blanks, without stamps and values.
  private static List<String> shape(String report) {
    return report
        .lines()
        .map(line -> line.replaceFirst("^\\[ *[0-9.]+\\] ?", ""))
        .filter(line -> line.contains("<"))
        .map(line -> line.replaceAll("<[0-9a-f]+>", "<>"))
        .toList();
  }

  @Test
  void aReportHasTheLinesOfTheRealDrivers() throws IOException {
    String log = log(hung());
    int start = log.indexOf("Detected Hardware Unit Hang:\\n");
    String report = log.substring(start, log.indexOf('"', start)).replace("\\n", "\n");
    assertThat(shape(report)).isEqualTo(shape(Files.readString(RECORDING)));
  }

  @Test
  void reportsGoOnAndNoResetEverComes() {
    String log = log(hung());
    assertThat(log.split("Detected Hardware Unit Hang", -1).length).isGreaterThan(4);
    assertThat(log).doesNotContain("Reset adapter").doesNotContain("NETDEV WATCHDOG");
  }

  @Test
  void turningSegmentationOffPreventsAndDoesNotHeal() {
    SimHost host = hung();
    host.order(
        new KernelOrder.SetFeatures(
            SimHost.NIC, List.of("tx-tcp-segmentation", "tx-tcp6-segmentation"), false));
    host.clocks().pause(Duration.ofSeconds(10));
    assertThat(host.isHung()).isTrue();
  }

  @Test
  void transmittedBytesStandStillWhileItHangs() {
    SimHost host = hung();
    String before = bytes(host);
    host.clocks().pause(Duration.ofSeconds(5));
    assertThat(bytes(host)).isEqualTo(before);
  }

  private static String bytes(SimHost host) {
    return host.read(new dev.unhang.model.host.HostPath("/sys/class/net/eno1/statistics/tx_bytes"))
        .known()
        .orElseThrow()
        .utf8();
  }

  @Test
  void vlanTaggingOnSendingFollowsReceivingAsInTheRealDriver() {
    SimHost host = new SimHost(true);
    host.order(new KernelOrder.SetFeatures(SimHost.NIC, List.of("rx-vlan-hw-parse"), false));
    assertThat(
            host.kernel()
                .ask(new OffloadsOf(SimHost.NIC))
                .known()
                .orElseThrow()
                .named("tx-vlan-hw-insert"))
        .map(Offload::active)
        .contains(false);
  }
}

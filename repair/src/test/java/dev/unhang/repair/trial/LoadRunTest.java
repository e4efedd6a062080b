package dev.unhang.repair.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unhang.model.host.KernelOrder;
import dev.unhang.sim.SimHost;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/// A load on the simulated host.
class LoadRunTest {
  private static LoadOrder order(int seconds) {
    return new LoadOrder(
        SimHost.NIC,
        "192.0.2.1",
        5201,
        1,
        Duration.ofSeconds(seconds),
        OptionalLong.empty(),
        false);
  }

  private static LoadResult run(SimHost host, int seconds) {
    return new LoadRun(host, host, host, host.clocks()).run(order(seconds), (e, b, l) -> {});
  }

  @Test
  void aHangStopsTheLoadAtItsFirstReport() {
    LoadResult result = run(new SimHost(true), 60);
    assertThat(result)
        .isInstanceOfSatisfying(
            LoadResult.Hung.class,
            hung -> {
              assertThat(hung.lasted()).isLessThan(Duration.ofSeconds(15));
              assertThat(hung.report().dump().registers()).hasSize(13);
            });
  }

  @Test
  void theSameLoadWithSegmentationOffloadOffIsQuiet() {
    SimHost host = new SimHost(true);
    host.order(
        new KernelOrder.SetFeatures(
            SimHost.NIC, List.of("tx-tcp-segmentation", "tx-tcp6-segmentation"), false));
    assertThat(run(host, 60)).isInstanceOf(LoadResult.Quiet.class);
  }

  @Test
  void theSameLoadWithoutTheErratumIsQuiet() {
    assertThat(run(new SimHost(false), 60)).isInstanceOf(LoadResult.Quiet.class);
  }

  @Test
  void aServerThatLooksLikeAnOptionIsNoHost() {
    assertThatThrownBy(() ->
            new LoadOrder(
                SimHost.NIC, "--logfile", 1, 1, Duration.ofSeconds(1), OptionalLong.empty(), false))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theCommandIsAnArgumentVector() {
    assertThat(order(7).command().argv())
        .containsExactly(
            "iperf3", "--client", "192.0.2.1", "--port", "5201", "--parallel", "1", "--time", "7");
  }
}

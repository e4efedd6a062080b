package dev.unhang.repair.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.model.host.HostPath;
import dev.unhang.sim.SimHost;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HoldFileTest {
  private static final HostPath UPTIME = new HostPath("/proc/uptime");

  private final SimHost host = new SimHost(false);

  @Test
  void withoutAFileNothingHolds() {
    assertThat(HoldFile.why(host)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "maintenance, Tom",
        "until uptime",
        "until uptime 5x",
        "until uptime 9999999999: longer than any host is up",
        "until tomorrow"
      })
  void whateverIsInItHolds(String text) {
    host.write(HoldFile.PATH, text);
    host.write(UPTIME, "100.00 0.00\n");
    assertThat(HoldFile.why(host)).isPresent();
  }

  @Test
  void aPauseEndsByTheUptimeAndNotByTheClock() {
    host.write(HoldFile.PATH, HoldFile.until(100, "paused for 2h"));
    host.write(UPTIME, "99.99 0.00\n");
    host.setClock(Duration.ofDays(1000));
    assertThat(HoldFile.why(host)).isPresent();
    assertThat(HoldFile.why(host).orElseThrow()).contains("paused for 2h");
    host.write(UPTIME, "100.00 0.00\n");
    assertThat(HoldFile.why(host)).isEmpty();
  }

  @Test
  void aPauseHoldsWhereTheUptimeCannotBeRead() {
    host.write(HoldFile.PATH, HoldFile.until(1, "paused"));
    host.deny(UPTIME);
    assertThat(HoldFile.why(host)).isPresent();
  }

  @Test
  void whatCannotBeLookedForHolds() {
    host.deny(HoldFile.PATH);
    assertThat(HoldFile.why(host).orElseThrow()).contains("can't be looked at");
  }
}

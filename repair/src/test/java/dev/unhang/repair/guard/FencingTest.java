package dev.unhang.repair.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.hosts.survey.Nics;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.plan.Risk;
import dev.unhang.model.topology.Outage;
import dev.unhang.model.topology.Use;
import dev.unhang.sim.SimHost;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A hung cluster link: waiting is what fences the node.
class FencingTest {
  private static final Instant NOW = Instant.parse("2025-05-25T13:23:30Z");
  private static final Risk BLIP = new Risk.LinkBlip(Duration.ofSeconds(4));

  private final SimHost host = new SimHost(false);

  private Circumstances circumstances(boolean sendsNothing) {
    return new Circumstances(
        host,
        Nics.read(host, SimHost.NIC).orElseThrow(),
        new Outage("eno1", List.of(), List.of(new Use("eno1", Use.Kind.CLUSTER, "link 0"))),
        List.of(new Use("eno1", Use.Kind.CLUSTER, "link 0")),
        sendsNothing,
        Optional.empty(),
        List.of(),
        NOW);
  }

  private Circumstances armed(boolean sendsNothing) {
    host.write(new HostPath("/run/watchdog-mux.active"), "");
    return circumstances(sendsNothing);
  }

  @Test
  void withoutAWatchdogNothingIsUrgent() {
    assertThat(Fencing.of(circumstances(true), Optional.of(NOW))).isEmpty();
  }

  @Test
  void aLinkThatSendsIsNotUrgentAndAResetOfItIsRefused() {
    Circumstances now = armed(false);
    assertThat(Fencing.of(now, Optional.of(NOW))).isEmpty();
    assertThat(new Quorum().answer(BLIP, now)).isInstanceOf(GuardAnswer.Refuses.class);
    assertThat(new Quorum().answer(new Risk.None(), now)).isInstanceOf(GuardAnswer.Allows.class);
  }

  @Test
  void aLinkThatSendsNothingIsUrgentAndNothingIsRefused() {
    Circumstances now = armed(true);
    assertThat(new Quorum().answer(BLIP, now)).isInstanceOf(GuardAnswer.Allows.class);
    assertThat(Fencing.of(now, Optional.empty())).isPresent();
  }

  @Test
  void aWatchdogThatCannotBeLookedAtMayWait() {
    host.deny(new HostPath("/run/watchdog-mux.active"));
    Fencing fencing = Fencing.of(circumstances(true), Optional.empty()).orElseThrow();
    assertThat(fencing.words())
        .singleElement()
        .asString()
        .startsWith("Perhaps urgent")
        .contains("/run/watchdog-mux.active: denied");
  }

  /// Neither the token nor when the hang began is ever made up.
  @Test
  void whatWasNotReadIsSaidToBeNotRead() {
    Fencing fencing = Fencing.of(armed(true), Optional.empty()).orElseThrow();
    assertThat(fencing.atMost()).isEmpty();
    assertThat(String.join(" ", fencing.words()))
        .contains("token timeout (not read)", "when the hang began was not read")
        .doesNotContain("are left");
  }

  @Test
  void theSecondsLeftAreThoseOfTokenAndWatchdogLessTheHangSoFar() {
    Fencing fencing =
        new Fencing(
            Optional.of(Duration.ofMillis(3650)),
            Optional.of(Duration.ofSeconds(20)),
            Optional.empty());
    assertThat(fencing.atMost()).contains(Duration.ofMillis(43_650));
    assertThat(String.join(" ", fencing.words()))
        .contains("3650 ms", "at most 43 s are left", "first reported 20 s ago");
  }

  @Test
  void aTimeThatIsOverIsSaidToBeOver() {
    Fencing fencing =
        new Fencing(
            Optional.of(Duration.ofSeconds(3)),
            Optional.of(Duration.ofSeconds(90)),
            Optional.empty());
    assertThat(fencing.atMost()).contains(Duration.ZERO);
    assertThat(String.join(" ", fencing.words())).contains("90 s ago, so that time is over");
  }
}

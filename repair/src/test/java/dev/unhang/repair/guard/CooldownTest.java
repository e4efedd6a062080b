package dev.unhang.repair.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.hosts.survey.Nics;
import dev.unhang.model.change.Change;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.id.PciAddress;
import dev.unhang.model.id.StepId;
import dev.unhang.model.plan.Action;
import dev.unhang.model.plan.PortState;
import dev.unhang.model.plan.Risk;
import dev.unhang.sim.SimHost;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Two whole ladders within ten minutes, and no more.
class CooldownTest {
  private static final Instant NOW = Instant.parse("2025-05-25T13:40:00Z");
  private static final Risk BLIP = new Risk.LinkBlip(Duration.ofSeconds(4));
  private static final String OURS = "0000:00:19.0";

  private final SimHost host = new SimHost(false);
  private final List<Change> history = new ArrayList<>();

  private void reset(String device, Duration ago, int times) {
    InterfaceName name = new InterfaceName("eno1");
    PciAddress pci = PciAddress.parse(device).orElseThrow();
    PortState port =
        new PortState(
            name,
            pci,
            "e1000e",
            true,
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            List.of(),
            List.of());
    for (int i = 0; i < times; i++) {
      history.add(
          new Change(
              history.size() + 1,
              NOW.minus(ago),
              name,
              Optional.of(pci),
              Optional.empty(),
              "recover eno1",
              List.of(new Action.Recover(new StepId("bounce-link"), port)),
              Change.State.DONE));
    }
  }

  private GuardAnswer answer(Risk risk) {
    Circumstances now =
        Circumstances.read(host, Nics.read(host, SimHost.NIC).orElseThrow(), true, history, NOW);
    return new Cooldown().answer(risk, now);
  }

  @Test
  void sevenResetsAreNotTooMany() {
    reset(OURS, Duration.ofMinutes(1), 7);
    assertThat(answer(BLIP)).isInstanceOf(GuardAnswer.Allows.class);
  }

  @Test
  void eightAre() {
    reset(OURS, Duration.ofMinutes(9), 8);
    assertThat(answer(BLIP))
        .isInstanceOfSatisfying(
            GuardAnswer.Refuses.class,
            refuses -> assertThat(refuses.why()).contains("reset 8 times within 10 min"));
    assertThat(answer(new Risk.None())).isInstanceOf(GuardAnswer.Allows.class);
  }

  @Test
  void thoseOfLongAgoDoNotCount() {
    reset(OURS, Duration.ofMinutes(10), 100);
    reset(OURS, Duration.ofMinutes(9), 7);
    assertThat(answer(BLIP)).isInstanceOf(GuardAnswer.Allows.class);
  }

  /// The name may have been another card's then.
  @Test
  void thoseOfAnotherCardDoNotCount() {
    reset("0000:02:00.0", Duration.ofMinutes(1), 100);
    assertThat(answer(BLIP)).isInstanceOf(GuardAnswer.Allows.class);
  }
}

package dev.unhang.watch.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.model.id.StepId;
import dev.unhang.sim.SimFault;
import dev.unhang.watch.machine.Condition;
import dev.unhang.watch.machine.NicStanding;
import dev.unhang.watch.policy.PreventRule;
import dev.unhang.watch.policy.RecoverRule;
import dev.unhang.watch.standing.Counts;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What the watch says of how things stand, on the simulated host.
class StandingTest {
  private final Day day = new Day();

  private void begin(RecoverRule recover) {
    day.start(Day.policy(recover, PreventRule.OFF));
    day.pass(Duration.ofSeconds(3));
  }

  private NicStanding eno1() {
    return day.standing().nics().stream()
        .filter(nic -> nic.nic().name().value().equals("eno1"))
        .findFirst()
        .orElseThrow();
  }

  private Counts counts() {
    return day.standing().of(eno1());
  }

  /// Every condition on the way, until a minute is over.
  private Set<Condition> seen() {
    Set<Condition> seen = new HashSet<>();
    for (int second = 0; second < 60; second++) {
      day.turn();
      seen.add(eno1().condition());
    }
    return seen;
  }

  @Test
  void aNicThatSendsIsWell() {
    begin(RecoverRule.MILD);
    day.load(5);
    assertThat(seen()).containsOnly(Condition.WELL);
    assertThat(counts()).isEqualTo(Counts.NONE);
    assertThat(eno1().traffic().orElseThrow().sent()).isPositive();
    assertThat(eno1().last()).isEmpty();
  }

  @Test
  void aHangIsCountedOnceWithItsCureAndItsOutage() {
    begin(RecoverRule.MILD);
    day.hang(SimFault.TRANSMIT_STOPPED);
    assertThat(seen()).contains(Condition.HUNG, Condition.WELL);
    assertThat(eno1().condition()).isEqualTo(Condition.WELL);
    assertThat(counts().hangs()).isEqualTo(1);
    assertThat(counts().cured()).isEqualTo(Map.of(new StepId("restart-negotiation"), 1L));
    assertThat(counts().failed()).isEmpty();
    assertThat(counts().outage()).isEqualTo(day.only().outage().orElseThrow());
    day.hang(SimFault.TRANSMIT_STOPPED);
    day.pass(Duration.ofMinutes(1));
    assertThat(counts().hangs()).isEqualTo(2);
    assertThat(counts().cured()).isEqualTo(Map.of(new StepId("restart-negotiation"), 2L));
  }

  @Test
  void stepsThatDidNotHelpAreCountedAsSuch() {
    begin(RecoverRule.ALL);
    day.hang(SimFault.BROKEN);
    day.pass(Duration.ofMinutes(6));
    assertThat(eno1().condition()).isEqualTo(Condition.GIVEN_UP);
    assertThat(counts().cured()).isEmpty();
    assertThat(counts().failed()).hasSize(4).allSatisfy((step, times) -> assertThat(times).isOne());
    assertThat(counts().outage()).isZero();
  }

  @Test
  void aHoldIsSaidAndTheNicWaits() {
    begin(RecoverRule.MILD);
    day.hold(true);
    day.pass(Duration.ofSeconds(3));
    day.hang(SimFault.TRANSMIT_STOPPED);
    day.pass(Duration.ofSeconds(30));
    assertThat(day.standing().held()).isPresent();
    assertThat(eno1().condition()).isEqualTo(Condition.WAITS);
  }

  @Test
  void whatWasForgedIsCountedAndMovesNothing() {
    begin(RecoverRule.MILD);
    day.kmsg("4,900,1,-;" + Day.REPORT + "\n");
    day.pass(Duration.ofSeconds(3));
    assertThat(day.standing().distrusted()).isOne();
    assertThat(eno1().condition()).isEqualTo(Condition.WELL);
  }
}

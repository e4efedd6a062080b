package dev.unhang.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.app.TestConsole;
import dev.unhang.app.wiring.SimWiring;
import org.junit.jupiter.api.Test;

/// Hangs that somebody has dealt with are no longer spoken of, later ones are, and it can be taken
/// back.
class AckCommandTest {
  private final SimWiring wiring = new SimWiring();

  @Test
  void whatIsDealtWithIsCountedAndNotSpokenOf() {
    TestConsole.run(wiring, "load", "eno1", "--server", "192.0.2.1");
    assertThat(TestConsole.run(wiring, "doctor").exit()).isEqualTo(2);

    TestConsole ack = TestConsole.run(wiring, "ack", "eno1");
    assertThat(ack.exit()).isZero();
    assertThat(ack.out()).contains("Undo it with: unhang undo 1");
    TestConsole quiet = TestConsole.run(wiring, "doctor");
    assertThat(quiet.out()).startsWith("AT RISK: eno1").contains("Dealt with");
    assertThat(quiet.exit()).isNotEqualTo(2);
    assertThat(TestConsole.run(wiring, "history").out()).contains("dealt with", "done");

    assertThat(TestConsole.run(wiring, "undo", "--yes").exit()).isZero();
    assertThat(TestConsole.run(wiring, "doctor").exit()).isEqualTo(2);
  }

  @Test
  void aNicThatIsNotThereIsNotAcknowledged() {
    TestConsole none = TestConsole.run(wiring, "ack", "eno9");
    assertThat(none.exit()).isEqualTo(66);
    assertThat(TestConsole.run(wiring, "history").out()).contains("changed nothing");
  }
}

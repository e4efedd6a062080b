package dev.unhang.app.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.model.finding.Advice;
import dev.unhang.model.id.StepId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AdviceWordsTest {
  private static Advice advice(String risk, Optional<String> keptBy) {
    return new Advice(new StepId("a-step"), "x", "why", risk, false, keptBy, "it is seen");
  }

  @Test
  void riskPersistenceAndCheckAreALineEach() {
    assertThat(AdviceWords.lines(advice("a reboot", Optional.of("the boot loader"))))
        .containsExactly(
            "Risk: a reboot", "Persistent: yes, the boot loader", "To check: it is seen");
    assertThat(AdviceWords.lines(advice("the link drops", Optional.empty())))
        .contains("Persistent: no, lost at boot");
    assertThat(AdviceWords.lines(advice("none", Optional.of("a line")))).hasSize(3);
  }

  /// What changes nothing has nothing to lose at boot.
  @Test
  void whatOnlyLooksIsNotSaidToBeLost() {
    assertThat(AdviceWords.lines(advice("none", Optional.empty())))
        .containsExactly("Risk: none", "To check: it is seen");
  }
}

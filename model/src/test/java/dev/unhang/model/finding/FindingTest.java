package dev.unhang.model.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Place;
import dev.unhang.model.id.RuleId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingTest {
  private static final RuleId RULE = new RuleId("a-rule");
  private static final Citation CITED =
      new Citation(new Place.Line(new Origin("kernel.log"), 1), "text", "what it shows");

  private static Finding.Diagnosed diagnosed(List<Citation> because) {
    return new Finding.Diagnosed(
        RULE, "eno1", "it hangs", Confidence.LIKELY, because, List.of(), List.of(), false);
  }

  @Test
  void withoutACitationThereIsNoFinding() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> diagnosed(List.of()))
        .withMessageContaining("a-rule");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Finding.RuledOut(RULE, "eno1", "no", List.of()))
        .withMessageContaining("a-rule");
  }

  @Test
  void aVerdictKeepsWhatItCited() {
    List<Citation> because = new ArrayList<>(List.of(CITED));
    Finding.Diagnosed verdict = diagnosed(because);
    because.clear();
    assertThat(verdict.because()).containsExactly(CITED);
  }
}

package dev.unhang.app.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Place;
import dev.unhang.model.evidence.Trouble;
import java.util.List;
import org.junit.jupiter.api.Test;

class TroubleLinesTest {
  private static Trouble at(int line, String what) {
    return new Trouble(new Place.Line(new Origin("kern.log"), line), what);
  }

  @Test
  void whatWasMetOftenIsToldOnceWithItsFirstAndLastPlace() {
    assertThat(TroubleLines.of(List.of(at(3, "cut"), at(5, "quotes"), at(8, "cut"), at(9, "cut"))))
        .containsExactly(
            "unhang: kern.log:3: cut (and 2 more like it, the last: kern.log:9)",
            "unhang: kern.log:5: quotes");
  }

  @Test
  void noTroubleNoLine() {
    assertThat(TroubleLines.of(List.of())).isEmpty();
  }
}

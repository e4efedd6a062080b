package dev.unhang.repair.recover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.WhyAbsent;
import dev.unhang.model.id.SourceId;
import dev.unhang.model.net.WakeOnLan;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What wakes the machine, as it is given back.
class WakeLettersTest {
  private static Optional<String> letters(String... enabled) {
    return WakeLetters.of(
        new Reading.Read<>(
            new WakeOnLan(List.of("phy", "magic"), List.of(enabled)), new Origin("test")));
  }

  @Test
  void namesBecomeLettersInOneOrder() {
    assertThat(letters("phy", "magic")).contains("gp");
    assertThat(letters("magic", "phy")).contains("gp");
  }

  /// A driver that is rebound may have switched something on.
  @Test
  void nothingIsALetterToo() {
    assertThat(letters()).contains("d");
  }

  @Test
  void aNameThatIsNotKnownIsNeverLeftOut() {
    assertThat(letters("magic", "moonlight")).isEmpty();
  }

  @Test
  void whatWasNotReadIsNotGivenBack() {
    assertThat(WakeLetters.of(new Reading.Absent<>(new SourceId("test"), WhyAbsent.DENIED, "")))
        .isEmpty();
  }
}

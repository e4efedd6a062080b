package dev.unhang.model.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.model.id.StepId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdviceTest {
  private static final String ROOT = " --root /mnt";

  private static Advice advice(String command, String seenBy) {
    return new Advice(new StepId("step"), command, "why", "none", false, Optional.empty(), seenBy);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "unhang fix eno1 | unhang verify eno1, and no report | unhang verify eno1 --root /mnt, and"
            + " no report",
        "unhang fix eno1 | unhang verify eno1 | unhang verify eno1 --root /mnt",
        "unhang fix eno1 | no report under load | no report under load"
      })
  void eachCommandOfOursIsTypedWithThem(String command, String seenBy, String seen) {
    Advice typed = advice(command, seenBy).typedWith(ROOT);
    assertThat(typed.command()).isEqualTo("unhang fix eno1 --root /mnt");
    assertThat(typed.seenBy()).isEqualTo(seen);
  }

  @Test
  void aCommandOfOthersIsNot() {
    assertThat(advice("ethtool -r eno1", "it sends").typedWith(ROOT).command())
        .isEqualTo("ethtool -r eno1");
  }
}

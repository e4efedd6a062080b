package dev.unhang.diagnose.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CandidatesTest {
  private static final List<String> WORDS = List.of("Unit Hang", "link up", "NETDEV WATCHDOG: ");
  private static final Candidates CANDIDATES =
      new Candidates(List.of(WORDS.getFirst()), WORDS.subList(1, WORDS.size()));

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  @Test
  void aWordIsFoundWhereverItStands() {
    for (String word : WORDS) {
      for (int before = 0; before < 40; before++) {
        for (int from = 0; from <= before; from++) {
          byte[] text = ascii("-".repeat(before) + word);
          assertThat(CANDIDATES.next(text, from, text.length)).isEqualTo(before);
        }
      }
    }
  }

  @Test
  void aWordThatIsCutOffIsNotFound() {
    for (String word : WORDS) {
      byte[] text = ascii("  " + word);
      assertThat(CANDIDATES.any(text, 3, text.length)).as("begins before").isFalse();
      assertThat(CANDIDATES.any(text, 0, text.length - 1)).as("ends behind").isFalse();
    }
  }

  @Test
  void nothingElseIsFound() {
    byte[] text = ascii("Unit Hand link  up NETDEV WATCHCAT unit hang");
    assertThat(CANDIDATES.any(text, 0, text.length)).isFalse();
  }

  @Test
  void theFirstOfSeveralIsFoundAndThenTheNext() {
    byte[] text = ascii("link up, link up, Unit Hang");
    assertThat(CANDIDATES.next(text, 0, text.length)).isEqualTo(0);
    assertThat(CANDIDATES.next(text, 1, text.length)).isEqualTo(9);
    assertThat(CANDIDATES.next(text, 10, text.length)).isEqualTo(18);
  }

  @Test
  void randomTextHoldsWhatAPlainSearchFinds() {
    Random random = new Random(7);
    for (int round = 0; round < 2000; round++) {
      StringBuilder text = new StringBuilder();
      while (text.length() < 60) {
        String word = WORDS.get(random.nextInt(WORDS.size()));
        text.append(random.nextInt(3) == 0 ? word : word.substring(random.nextInt(word.length())));
      }
      int expected = WORDS.stream().mapToInt(text::indexOf).filter(at -> at >= 0).min().orElse(-1);
      int found = CANDIDATES.next(ascii(text.toString()), 0, text.length());
      assertThat(found >= 0).as("round %d: %s", round, text).isEqualTo(expected >= 0);
    }
  }

  @Test
  void aWordThatCouldSlipThroughIsRefused() {
    assertThatThrownBy(() -> new Candidates(List.of(), List.of("link d")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("link d");
  }
}

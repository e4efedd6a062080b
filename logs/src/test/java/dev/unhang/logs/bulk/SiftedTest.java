package dev.unhang.logs.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SiftedTest {
  private static final List<String> WORDS = List.of("Unit Hang", "link up", "NETDEV WATCHDOG: ");
  private static final Candidates CANDIDATES =
      new Candidates(List.of(WORDS.getFirst()), WORDS.subList(1, WORDS.size()));

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /// The first place of all; the text's length where there is none.
  private static int first(byte[] text, int from, int to) {
    return new Sifted(CANDIDATES, text, from, to).placeFrom(from);
  }

  @Test
  void aWordIsFoundWhereverItStands() {
    for (String word : WORDS) {
      for (int before = 0; before < 40; before++) {
        for (int from = 0; from <= before; from++) {
          byte[] text = ascii("-".repeat(before) + word);
          assertThat(first(text, from, text.length)).isEqualTo(before);
          assertThat(CANDIDATES.any(text, from, text.length)).isTrue();
        }
      }
    }
  }

  @Test
  void aWordThatIsCutOffIsNotFound() {
    for (String word : WORDS) {
      byte[] text = ascii("  " + word);
      assertThat(first(text, 3, text.length)).as("begins before").isEqualTo(text.length);
      assertThat(CANDIDATES.any(text, 3, text.length)).isFalse();
      assertThat(CANDIDATES.any(text, 0, text.length - 1)).isFalse();
      assertThat(first(text, 0, text.length - 1)).as("ends behind").isEqualTo(text.length - 1);
    }
  }

  @Test
  void nothingElseIsFound() {
    byte[] text = ascii("Unit Hand link  up NETDEV WATCHCAT unit hang");
    assertThat(first(text, 0, text.length)).isEqualTo(text.length);
  }

  @Test
  void theFirstOfEachLineIsFound() {
    byte[] text = ascii("link up, link up\nnothing\n\nUnit Hang, link up\nlink up");
    Sifted sifted = new Sifted(CANDIDATES, text, 0, text.length);
    assertThat(sifted.placeFrom(0)).isEqualTo(0);
    assertThat(sifted.placeFrom(1)).isEqualTo(26);
    assertThat(sifted.placeFrom(26)).isEqualTo(26);
    assertThat(sifted.placeFrom(27)).isEqualTo(45);
    assertThat(sifted.placeFrom(46)).isEqualTo(text.length);
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
      int expected =
          WORDS.stream().mapToInt(text::indexOf).filter(at -> at >= 0).min().orElse(text.length());
      int found = first(ascii(text.toString()), 0, text.length());
      assertThat(found < text.length())
          .as("round %d: %s", round, text)
          .isEqualTo(expected < text.length());
    }
  }

  @Test
  void linesAreCountedUpToAnyPlace() {
    Random random = new Random(11);
    for (int size : new int[] {0, 1, 7, 8, 1023, 1024, 1025, 5000}) {
      byte[] text = new byte[size];
      for (int i = 0; i < size; i++) {
        text[i] = (byte) (random.nextInt(3) == 0 ? '\n' : random.nextInt(256));
      }
      Sifted sifted = new Sifted(CANDIDATES, text, 0, size);
      int lines = 0;
      for (int place = 0; place <= size; place++) {
        assertThat(sifted.newlinesUpTo(place)).as("%d of %d", place, size).isEqualTo(lines);
        lines += place < size && text[place] == '\n' ? 1 : 0;
      }
    }
  }

  @Test
  void aTextOfNothingButNewlinesOverflowsNoCounter() {
    byte[] text = ascii("\n".repeat(4096));
    assertThat(new Sifted(CANDIDATES, text, 0, text.length).newlinesUpTo(4096)).isEqualTo(4096);
  }

  @Test
  void aWordThatCouldSlipThroughIsRefused() {
    assertThatThrownBy(() -> new Candidates(List.of(), List.of("link d")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("link d");
  }
}

package dev.unhang.app.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.model.finding.Confidence;
import dev.unhang.model.finding.Verdict;
import dev.unhang.model.log.Episode.Outcome;
import dev.unhang.model.log.Fault;
import dev.unhang.model.log.Notice;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever word a screen or a document says, explain knows it.
class TermsTest {
  static Stream<String> words() {
    return Stream.of(
            Arrays.stream(Verdict.Kind.values())
                .map(kind -> kind.name().toLowerCase(Locale.ROOT).replace('_', '-')),
            Arrays.stream(Confidence.values()).map(Confidence::word),
            Arrays.stream(Outcome.values()).map(Outcome::word),
            Arrays.stream(Fault.values()).map(Fault::word),
            Arrays.stream(Notice.values()).map(Notice::word),
            Stream.of("diagnosed", "ruled-out", "undecided"))
        .flatMap(each -> each);
  }

  @ParameterizedTest
  @MethodSource("words")
  void aWordOfTheScreensIsExplained(String word) {
    assertThat(new Terms().of(word)).as(word).isPresent();
  }
}

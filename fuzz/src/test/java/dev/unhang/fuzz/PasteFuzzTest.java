package dev.unhang.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.unhang.hosts.saved.EvidenceDraft;
import dev.unhang.hosts.saved.SavedEvidence;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.provider.MethodSource;

/// Any bytes as a text that somebody put together.
class PasteFuzzTest {
  static Stream<Named<byte[]>> seeds() {
    return Stream.concat(Seeds.outputs(), Seeds.logs().limit(5));
  }

  @MethodSource("seeds")
  @FuzzTest
  void everyHostAnswersEveryQuestionAndCitesWhatStandsThere(byte[] text) {
    EvidenceDraft draft = new EvidenceDraft("paste");
    draft.paste(text, "paste");
    long lines = Seeds.lines(text);
    for (SavedEvidence host : draft.hosts()) {
      assertThat(host.troubles()).hasSizeLessThan(60);
      host.outputs()
          .forEach(output -> {
            assertThat(output.text().firstLine()).isBetween(1L, lines);
            assertThat(output.text().firstLine() + output.text().lines().size() - 1)
                .isLessThanOrEqualTo(lines);
          });
      Questions.ask(host);
    }
  }
}

package dev.unhang.config.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.config.lines.RawLines;
import dev.unhang.model.evidence.Content;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssignmentTest {
  /// `~` stands for a quote of a shell's, which CSV would take for its own.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A=~x y~ | x y | true",
        "A=x | x | true",
        "export A=~x~ # why | x | true",
        "A=~~ | '' | true",
        "A=~$(x)~ | $(x) | false",
        "A=~x | A=~x | false",
        "A+=~x~ | A+=~x~ | false",
        "A=x; B=y | A=x; B=y | false"
      })
  void whatALineSetsIsReadOrSaidNotToBe(String line, String value, boolean isPlain) {
    RawLines lines = RawLines.of(Content.of("AB=1\n" + line.replace('~', '"') + "\n"));
    assertThat(Assignment.last(lines, "A"))
        .hasValueSatisfying(found -> {
          assertThat(found.value()).isEqualTo(value.replace('~', '"'));
          assertThat(found.isPlain()).isEqualTo(isPlain);
          assertThat(found.index()).isEqualTo(1);
        });
  }
}

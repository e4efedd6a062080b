package dev.unhang.model.id;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShellWordTest {
  @Test
  void wordsAreQuotedWhereAShellWouldTakeThemApart() {
    assertThat(ShellWord.of("eno1")).isEqualTo("eno1");
    assertThat(ShellWord.of("a b;c")).isEqualTo("'a b;c'");
    assertThat(ShellWord.of("it's")).isEqualTo("'it'\\''s'");
    assertThat(ShellWord.of("")).isEqualTo("''");
  }

  @Test
  void optionsStandBeforeAnOperandThatLooksLikeOne() {
    assertThat(ShellWord.command("unhang verify", "eno1", " --root d"))
        .isEqualTo("unhang verify eno1 --root d");
    assertThat(ShellWord.command("unhang verify", "-x", " --root d"))
        .isEqualTo("unhang verify --root d -- -x");
    assertThat(ShellWord.command("unhang verify", "-x", "")).isEqualTo("unhang verify -- -x");
  }
}

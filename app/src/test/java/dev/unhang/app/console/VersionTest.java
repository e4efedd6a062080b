package dev.unhang.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersionTest {
  @Test
  void aReleaseSaysItsCommitAndTime() {
    Version version = Version.parsed("0.1.0+229d637aac0d.20261130T230716Z");
    assertThat(version.number()).isEqualTo("0.1.0");
    assertThat(version.sentence())
        .isEqualTo("unhang 0.1.0 (commit 229d637aac0d of 2026-11-30 23:07:16 UTC)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.1.0-SNAPSHOT", "0.1.0+rc", "0.1.0+229d637aac0d.yesterday"})
  void whatNamesNoBuildIsTheVersionAsItStands(String text) {
    assertThat(Version.parsed(text).sentence()).isEqualTo("unhang " + text);
  }
}

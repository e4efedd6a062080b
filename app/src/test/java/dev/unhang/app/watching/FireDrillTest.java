package dev.unhang.app.watching;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FireDrillTest {
  @Test
  void theDrillCuresTheSimulatedCard() {
    assertThat(FireDrill.play()).isTrue();
  }
}

package dev.unhang.config.ethtool;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Private flags, as command lines set them.
class FlagSwitchTest {
  @Test
  void eachFlagOfEachCommandCounts() {
    assertThat(
            FlagSwitch.of(
                "sleep 1; /usr/sbin/ethtool --set-priv-flags eno1 eee off disable-k1 on || true"))
        .containsExactly(
            new FlagSwitch("eno1", "eee", false), new FlagSwitch("eno1", "disable-k1", true));
  }

  @Test
  void otherCommandsAndRemarksSetNone() {
    assertThat(FlagSwitch.of("ethtool --set-eee eno1 eee off")).isEmpty();
    assertThat(FlagSwitch.of("# ethtool --set-priv-flags eno1 eee off")).isEmpty();
    assertThat(FlagSwitch.of("ethtool --set-priv-flags eno1 eee")).isEmpty();
  }
}

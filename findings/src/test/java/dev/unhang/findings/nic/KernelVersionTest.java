package dev.unhang.findings.nic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The mainline version that a kernel's release begins with.
class KernelVersionTest {
  @ParameterizedTest
  @CsvSource({
    "6.8.12-9-pve, 6, 8, 12",
    "5.19.0-rc8-test, 5, 19, 0",
    "6.1, 6, 1, 0",
    "2.6.32-754.el6.x86_64, 2, 6, 32"
  })
  void aReleaseBeginsWithItsVersion(String release, int major, int minor, int patch) {
    assertThat(KernelVersion.of(release)).contains(new KernelVersion(major, minor, patch));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "linux", "6", "6.", "99999.1", "6.99999", "-6.1"})
  void whatBeginsOtherwiseIsNone(String release) {
    assertThat(KernelVersion.of(release)).isEmpty();
  }

  @Test
  void versionsAreOrderedByNumbers() {
    assertThat(new KernelVersion(6, 10, 0)).isGreaterThan(new KernelVersion(6, 9, 99));
    assertThat(new KernelVersion(5, 2, 1)).isLessThan(new KernelVersion(5, 2, 2));
    assertThat(new KernelVersion(6, 0, 0)).isGreaterThan(new KernelVersion(5, 99, 9));
  }
}

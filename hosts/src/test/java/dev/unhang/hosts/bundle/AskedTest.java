package dev.unhang.hosts.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AskedTest {
  /// `master` is worked out of the links: an answer of that name is somebody's own.
  @Test
  void whatTheKernelsViewWorksOutIsNoQuestion() {
    assertThat(new Asked("master", "eno1").answer()).isEmpty();
    assertThat(new Asked("links", "").answer()).isPresent();
  }
}

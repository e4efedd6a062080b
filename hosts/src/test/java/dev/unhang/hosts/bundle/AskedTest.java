package dev.unhang.hosts.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.model.host.KernelQuestion.Links;
import dev.unhang.model.host.KernelQuestion.OffloadsOf;
import dev.unhang.model.id.InterfaceName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AskedTest {
  /// `master` is worked out of the links: an answer of that name is somebody's own.
  @Test
  void whatTheKernelsViewWorksOutIsNoQuestion() {
    assertThat(new Asked("master", "eno1").answer()).isEmpty();
    assertThat(new Asked("links", "").answer()).isPresent();
  }

  /// Reports that were made long ago say so.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "offloads",
        "driver",
        "links",
        "addresses",
        "routes",
        "detection",
        "linkModes",
        "rings",
        "coalescing",
        "pause",
        "eee",
        "wakeOnLan",
        "privateFlags",
        "port",
        "statistics",
        "registers"
      })
  void theNamesInReportsStay(String question) {
    assertThat(new Asked(question, "eno1").answer()).isPresent();
    assertThat(new Asked(question, "eno1").isKernels()).isTrue();
  }

  @Test
  void aQuestionIsKeptUnderItsName() {
    InterfaceName nic = new InterfaceName("eno1");
    assertThat(Asked.kernel(new OffloadsOf(nic))).isEqualTo(new Asked("offloads", "eno1"));
    assertThat(Asked.kernel(new Links())).isEqualTo(new Asked("links", ""));
  }
}

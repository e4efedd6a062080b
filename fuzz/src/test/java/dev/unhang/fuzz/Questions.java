package dev.unhang.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.hosts.HostReading;
import dev.unhang.hosts.saved.SavedEvidence;
import dev.unhang.hosts.saved.SavedHostView;
import dev.unhang.hosts.survey.Survey;
import dev.unhang.hosts.topology.TopologyReader;
import dev.unhang.model.host.HostView;
import java.util.List;

/// All that commands ask of a host: each question has an answer, or a reason for none.
final class Questions {
  private Questions() {}

  static void ask(SavedEvidence host) {
    ask(new SavedHostView(host));
  }

  static void ask(HostView host) {
    Survey.read(host, List.of())
        .nics()
        .forEach(nic -> {
          assertThat(nic.offloads().known().isPresent() || nic.offloads().whyNot().isPresent())
              .isTrue();
          assertThat(nic.users().known().isPresent() || nic.users().whyNot().isPresent()).isTrue();
        });
    TopologyReader.read(host);
    HostReading.read(host, List.of(), List.of());
  }
}

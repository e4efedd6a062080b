package dev.unhang.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.unhang.hosts.saved.ClusterOfDisk;
import dev.unhang.hosts.saved.SavedEvidence;
import dev.unhang.hosts.saved.SavedHostView;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.provider.MethodSource;

/// Any bytes as the database of a dead node: the first three pages are it, the rest is its log.
class DatabaseFuzzTest {
  private static final int FILE = 1_536;

  static Stream<Named<byte[]>> seeds() {
    byte[] file = Seeds.file("testdata/cluster/config.db");
    byte[] log = Seeds.file("testdata/cluster/config.db-wal");
    byte[] both = Arrays.copyOf(file, FILE + log.length);
    System.arraycopy(log, 0, both, FILE, log.length);
    return Stream.of(Named.of("with its log", both), Named.of("without", file));
  }

  @MethodSource("seeds")
  @FuzzTest
  void everyFileThatIsListedCanBeRead(byte[] bytes) {
    int end = Math.min(FILE, bytes.length);
    HostView disk =
        new SavedHostView(
            new SavedEvidence(
                "disk",
                Optional.empty(),
                Map.of(
                    new HostPath("/var/lib/pve-cluster/config.db"),
                    Content.of(Arrays.copyOf(bytes, end)),
                    new HostPath("/var/lib/pve-cluster/config.db-wal"),
                    Content.of(Arrays.copyOfRange(bytes, end, bytes.length)),
                    new HostPath("/etc/hostname"),
                    Content.of("pve-02")),
                List.of(),
                List.of(),
                List.of()));
    HostView node = ClusterOfDisk.of(disk);
    HostPath root = new HostPath("/etc/pve");
    for (String name : node.list(root).known().orElse(List.of())) {
      HostPath path = root.resolve(name);
      assertThat(
              node.read(path).known().isPresent()
                  || node.list(path).known().isPresent()
                  || node.read(path).whyNot().isPresent())
          .isTrue();
    }
    Questions.ask(node);
  }
}

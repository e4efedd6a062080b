package dev.unhang.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.unhang.hosts.saved.EvidenceDraft;
import dev.unhang.hosts.saved.SavedArchive;
import dev.unhang.hosts.saved.SavedEvidence;
import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.provider.MethodSource;

/// Any bytes as a tar archive of a host's evidence.
class SavedTarFuzzTest {
  static Stream<Named<byte[]>> seeds() {
    return Stream.of(
        Named.of(
            "sosreport",
            TarAtRest.of(
                Map.of(
                    "sos-1/sos_commands/networking/ethtool_-k_eno1",
                    "Features for eno1:\nrx-all: off\n",
                    "sos-1/proc/sys/kernel/hostname",
                    "pve-02\n"))),
        Named.of(
            "climbing",
            TarAtRest.of(Map.of("../../etc/passwd", "x", "a/b.txt", "driver: e1000e\n"))));
  }

  @MethodSource("seeds")
  @FuzzTest
  void whateverIsInItEndsAndIsBounded(byte[] file) {
    SavedArchive.is(new ByteArrayInputStream(file));
    EvidenceDraft draft = new EvidenceDraft("tar");
    SavedArchive.read(new ByteArrayInputStream(file), "tar", draft);
    for (SavedEvidence host : draft.hosts()) {
      assertThat(host.troubles()).hasSizeLessThan(60);
      assertThat(host.files().keySet())
          .allSatisfy(path -> assertThat(path.value()).doesNotContain("/../"));
      Questions.ask(host);
    }
  }
}

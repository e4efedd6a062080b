package dev.unhang.config.interfaces;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.model.evidence.Content;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IncludesTest {
  private static List<Includes.Include> of(String text) {
    return Includes.of(
        InterfacesDocument.parse(Content.of(text)), "/etc/network", Ifupdown.CLASSIC);
  }

  @ParameterizedTest
  @CsvSource({
    "source /etc/network/interfaces.d/*, /etc/network/interfaces.d, vmbr0, true",
    "source /etc/network/interfaces.d/*, /etc/network/interfaces.d, a.cfg, true",
    "source /etc/network/interfaces.d/*, /etc/network/interfaces.d, .hidden, false",
    "source /etc/network/interfaces.d/.*, /etc/network/interfaces.d, .hidden, true",
    "source interfaces.d/*, /etc/network/interfaces.d, vmbr0, true",
    "source interfaces.d/*.cfg, /etc/network/interfaces.d, a.cfg, true",
    "source interfaces.d/*.cfg, /etc/network/interfaces.d, acfg, false",
    "source interfaces.d/e?o1, /etc/network/interfaces.d, eno1, true",
    "source interfaces.d/e?o1, /etc/network/interfaces.d, eeno1, false",
    "source interfaces.d/eno1, /etc/network/interfaces.d, eno1, true",
    "source interfaces.d/eno1, /etc/network/interfaces.d, eno10, false",
    "source interfaces.d/eno[12], /etc/network/interfaces.d, eno2, true",
    "source interfaces.d/eno[12], /etc/network/interfaces.d, eno3, false",
    "source interfaces.d/eno[!12], /etc/network/interfaces.d, eno3, true",
    "source interfaces.d/eno[!12], /etc/network/interfaces.d, eno1, false",
    "source interfaces.d/eno[1-4].x, /etc/network/interfaces.d, eno3.x, true",
    "source interfaces.d/[z-a], /etc/network/interfaces.d, [z-a], true",
    "source interfaces.d/a[, /etc/network/interfaces.d, a[, true",
    "source /interfaces, /, interfaces, true",
    "source-directory interfaces.d, /etc/network/interfaces.d, eno1, true",
    "source-directory interfaces.d, /etc/network/interfaces.d, a_b-C, true",
    "source-directory interfaces.d, /etc/network/interfaces.d, eno1.cfg, false",
    "source-directory interfaces.d, /etc/network/interfaces.d, eno1~, false",
    "source-directory /srv/net, /srv/net, x, true"
  })
  void aSourceLineMeansFilesOfAFolder(String line, String folder, String name, boolean meant) {
    List<Includes.Include> includes = of(line + "\n");
    assertThat(includes).hasSize(1);
    assertThat(includes.getFirst().folder()).isEqualTo(folder);
    assertThat(includes.getFirst().names().matcher(name).matches()).isEqualTo(meant);
  }

  @Test
  void everyArgumentIsAnIncludeInItsOrder() {
    assertThat(of("source a b\nauto lo\nsource-directory c\n"))
        .extracting(include -> include.folder() + " " + include.names())
        .containsExactly(
            "/etc/network " + of("source a\n").getFirst().names(),
            "/etc/network " + of("source b\n").getFirst().names(),
            "/etc/network/c [a-zA-Z0-9_-]+");
  }

  @Test
  void otherKeywordsIncludeNothing() {
    assertThat(of("auto /etc/x\niface eno1 inet manual\n  up source /etc/x\n# source /etc/y\n"))
        .isEmpty();
  }
}

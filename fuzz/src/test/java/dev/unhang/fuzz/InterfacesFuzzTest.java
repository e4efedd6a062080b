package dev.unhang.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.unhang.config.interfaces.InterfacesDocument;
import dev.unhang.config.interfaces.OffloadLines;
import dev.unhang.config.interfaces.Option;
import dev.unhang.config.interfaces.Stanza;
import dev.unhang.model.evidence.Content;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.provider.MethodSource;

/// Any bytes as a file of interfaces(5).
class InterfacesFuzzTest {
  private static final String LINE = "\tpost-up ethtool -K eno1 tso off";

  static Stream<Named<byte[]>> seeds() {
    return Stream.of(
            """
            auto lo
            iface lo inet loopback

            iface eno1 inet manual
            \tpost-up ethtool -K $IFACE tso off gso off
            \toffload-gro off
            \ttso-offload on

            auto vmbr0
            iface vmbr0 inet static
                address 192.0.2.7/24 # no comment
                bridge-ports eno1 \\
                    eno2
            source /etc/network/interfaces.d/*
            """,
            "# a comment that goes on \\\r\n"
                + "iface eth0 inet dhcp\r\n"
                + "  up true\r\n"
                + "allow-hotplug eth0",
            "mapping eth0\n script x\n map y\ntemplate t\nvlan v1\nno-scripts\nauto\n\\\n\n")
        .map(text -> Named.of(text.lines().findFirst().orElse(""), latin(text)));
  }

  @MethodSource("seeds")
  @FuzzTest
  void whatIsPrintedIsWhatWasParsedAndALinePutInComesOut(byte[] file) {
    Content content = Content.of(file);
    InterfacesDocument document = InterfacesDocument.parse(content);
    assertThat(document.content()).isEqualTo(content);
    int line = 0;
    for (Stanza stanza : document.stanzas()) {
      assertThat(stanza.firstLine()).isBetween(line, stanza.headerLastLine());
      line = stanza.headerLastLine() + 1;
      for (Option option : stanza.options()) {
        assertThat(option.firstLine()).isBetween(line, option.lastLine());
        line = option.lastLine() + 1;
        OffloadLines.of(option, "eno1", "eno1");
      }
    }
    assertThat(line).isLessThanOrEqualTo(document.lines().size());
    if (!document.lines().isEmpty()) {
      putInAndTakeOut(document, Math.floorMod(content.hashCode(), document.lines().size()));
    }
  }

  private static void putInAndTakeOut(InterfacesDocument document, int index) {
    InterfacesDocument longer = document.insertAfter(index, LINE);
    assertThat(longer.lines()).hasSize(document.lines().size() + 1);
    assertThat(InterfacesDocument.parse(longer.content()).lines()).isEqualTo(longer.lines());
    assertThat(longer.remove(index + 1).content()).isEqualTo(document.content());
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}

package dev.unhang.config.netplan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.model.evidence.Content;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetplanDocumentTest {
  private static final String TEXT =
      """
      # cloud-init
      network:
        version: 2
        ethernets:
          lan:
            match: # by address
              macaddress: "52:54:00:00:00:01"
            addresses:
            - 192.0.2.2/24
            routes:
              - to: default
                via: 192.0.2.1
          'eno2':
            dhcp4: no # none
      """;

  private static NetplanDocument parse(String text) {
    return NetplanDocument.parse(Content.of(text));
  }

  @Test
  void keysStandAtTheirPaths() {
    NetplanDocument document = parse(TEXT);
    assertThat(document.oddity()).isEmpty();
    assertThat(document.at(List.of("network", "ethernets", "lan", "match", "macaddress")))
        .hasValueSatisfying(node -> assertThat(node.value()).isEqualTo("52:54:00:00:00:01"));
    assertThat(document.below(List.of("network", "ethernets")))
        .extracting(node -> node.path().getLast())
        .containsExactly("lan", "eno2");
    assertThat(document.at(List.of("network", "ethernets", "eno2", "dhcp4")).orElseThrow().value())
        .isEqualTo("no");
  }

  @Test
  void aBlockEndsBeforeTheNextKeyOfItsLevel() {
    NetplanDocument document = parse(TEXT);
    NetplanDocument.Node lan = document.at(List.of("network", "ethernets", "lan")).orElseThrow();
    assertThat(document.lines().text(document.lastLine(lan)).strip()).isEqualTo("via: 192.0.2.1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "network: {version: 2}",
        "network:\n\tversion: 2",
        "network:\n  a: &x 1",
        "network:\n  a: *x",
        "network:\n  <<: *x",
        "network:\n  a: |\n    text",
        "a: 1\n...\n"
      })
  void whatCannotBeTakenApartIsNamed(String text) {
    assertThat(parse(text).oddity()).hasValueSatisfying(why -> assertThat(why).startsWith("line "));
  }

  @Test
  void anyBytesComeBackAsTheyWere() {
    for (long seed = 0; seed < 2_000; seed++) {
      byte[] bytes = TEXT.getBytes(java.nio.charset.StandardCharsets.UTF_8);
      SplittableRandom random = new SplittableRandom(seed);
      for (int i = 0; i < 5; i++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      Content content = Content.of(bytes);
      assertThat(NetplanDocument.parse(content).lines().content()).isEqualTo(content);
    }
  }
}

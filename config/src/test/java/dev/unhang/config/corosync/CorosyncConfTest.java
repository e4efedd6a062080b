package dev.unhang.config.corosync;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Shapes of man: corosync.conf(5).
class CorosyncConfTest {
  @Test
  void nodesHaveAnAddressForEachLink() {
    CorosyncConf conf =
        CorosyncConf.parse(
            """
            totem {
              interface {
                linknumber: 0
              }
              version: 2
            }
            nodelist {
              node {
                name: pve-02
                nodeid: 2
                ring0_addr: 192.0.2.2
                ring1_addr: 198.51.100.2
              }
              node {
                # the other one
                name: pve-03
                ring0_addr: pve-03.example
              }
            }
            """);
    assertThat(conf.nodes()).hasSize(2);
    assertThat(conf.nodes().get(0).name()).contains("pve-02");
    assertThat(conf.nodes().get(0).links())
        .containsEntry(0, "192.0.2.2")
        .containsEntry(1, "198.51.100.2")
        .hasSize(2);
    assertThat(conf.nodes().get(1).links()).containsEntry(0, "pve-03.example");
  }

  @Test
  void bracesThatDoNotMatchLoseNoNode() {
    assertThat(
            CorosyncConf.parse("}\n}\nnode {\nname: a\nring_addr: x\nring999_addr: y\n}\n").nodes())
        .singleElement()
        .satisfies(node -> assertThat(node.links()).isEmpty());
    assertThat(CorosyncConf.parse("node {\nname: cut off").nodes()).isEmpty();
  }
}

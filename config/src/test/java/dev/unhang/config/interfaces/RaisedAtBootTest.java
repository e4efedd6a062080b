package dev.unhang.config.interfaces;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.config.interfaces.Interfaces.InterfacesFile;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.host.HostPath;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RaisedAtBootTest {
  private static Interfaces files(String... texts) {
    List<InterfacesFile> files = new java.util.ArrayList<>();
    for (String text : texts) {
      String lines = text.replace("; ", "\n").replace("> ", "\n  ") + "\n";
      files.add(
          new InterfacesFile(
              new HostPath("/etc/network/f" + files.size()),
              InterfacesDocument.parse(Content.of(lines))));
    }
    return new Interfaces(files, List.of());
  }

  /// `; ` ends a line, `> ` begins an option.
  @ParameterizedTest
  @CsvSource({
    "auto eno1; iface eno1 inet manual, CLASSIC, true, true, 'auto'",
    "auto eno1; iface eno1 inet manual, IFUPDOWN2, true, true, 'auto'",
    "auto lo eno1; iface eno1 inet manual, CLASSIC, true, true, 'auto'",
    "allow-auto eno1; iface eno1 inet manual, CLASSIC, true, true, 'auto'",
    "allow-hotplug eno1; iface eno1 inet manual, CLASSIC, true, true, allow-hotplug",
    "iface eno1 inet manual, CLASSIC, true, false, nothing raises it",
    "iface eno1 inet manual, IFUPDOWN2, true, false, nothing raises it",
    "auto eno1, CLASSIC, true, false, no stanza 'iface eno1'",
    "auto eno1; iface eno1 inet manual, NONE, true, false, no ifupdown",
    "auto eno1; iface eno1 inet manual, CLASSIC, false, false, not enabled",
    "iface eno1 inet manual; auto vmbr0; iface vmbr0 inet dhcp> bridge-ports eno1, IFUPDOWN2, true,"
        + " true, a port of vmbr0",
    "iface eno1 inet manual; auto vmbr0; iface vmbr0 inet dhcp> bridge-ports eno1, CLASSIC, true,"
        + " false, lacks 'auto eno1'",
    "iface eno1 inet manual; auto vmbr0; iface vmbr0 inet dhcp> bridge_ports eno2 eno1, IFUPDOWN2,"
        + " true, true, a port of vmbr0",
    "iface eno1 inet manual; iface vmbr0 inet dhcp> bridge-ports eno1, IFUPDOWN2, true, false, is"
        + " not 'auto'",
    "iface eno1 inet manual; auto vmbr0; iface vmbr0 inet dhcp> bridge-ports eno10, IFUPDOWN2,"
        + " true, false, nothing raises it",
    "auto vmbr0; iface vmbr0 inet dhcp> bridge-ports eno1, IFUPDOWN2, true, false, no stanza 'iface"
        + " eno1'",
    "auto /en*; iface eno1 inet manual, CLASSIC, true, true, 'auto'",
    "allow-hotplug /eno?; iface eno1 inet manual, CLASSIC, true, true, allow-hotplug",
    "auto /eth*; iface eno1 inet manual, CLASSIC, true, false, nothing raises it",
    "iface eno1 inet manual; auto bond0; iface bond0 inet dhcp> bond-slaves eno1 eno2, IFUPDOWN2,"
        + " true, true, a slave of bond0",
    "iface eno1 inet manual; auto bond0; iface bond0 inet dhcp> slaves eno1 eno2, IFUPDOWN2, true,"
        + " true, a slave of bond0",
    "iface eno1 inet manual; auto bond0; iface bond0 inet dhcp> bond-slaves eno1, CLASSIC, true,"
        + " false, lacks 'auto eno1'",
    "iface eno1 inet manual> bond-master bond0; auto bond0; iface bond0 inet dhcp, IFUPDOWN2, true,"
        + " true, a slave of bond0",
    "iface eno1 inet manual; iface bond0 inet manual> bond-slaves eno1; auto vmbr0; iface vmbr0"
        + " inet dhcp> bridge-ports bond0, IFUPDOWN2, true, true, a slave of bond0",
    "iface eno1 inet manual; iface a inet manual> bond-slaves eno1 b; iface b inet manual>"
        + " bond-slaves a, IFUPDOWN2, true, false, which is not 'auto'",
    "iface eno1 inet manual; auto eno1.10; iface eno1.10 inet dhcp, IFUPDOWN2, true, true, below"
        + " eno1.10",
    "iface eno1 inet manual; auto lan; iface lan inet dhcp> vlan-raw-device eno1, IFUPDOWN2, true,"
        + " true, below lan",
    "iface eno1 inet manual; auto br0; iface br0 inet dhcp> bridge-ports regex en.*, IFUPDOWN2,"
        + " true, true, a port of br0",
    "iface eno1 inet manual; auto br0; iface br0 inet dhcp> bridge-ports glob en*, IFUPDOWN2, true,"
        + " true, a port of br0",
    "iface eno1 inet manual; auto br0; iface br0 inet dhcp> bridge-ports regex eth.* noregex eno2,"
        + " IFUPDOWN2, true, false, nothing raises it",
    "auto eno1; iface eno1 inet manual, NG, true, true, ifupdown-ng raises eno1 at boot",
    "auto lo eno1; iface eno1 inet manual, NG, true, false, nothing raises it",
    "auto /en*; iface eno1 inet manual, NG, true, false, nothing raises it",
    "allow-hotplug eno1; iface eno1 inet manual, NG, true, false, nothing raises it",
    "iface eno1 inet manual; auto vmbr0; iface vmbr0 inet dhcp> bridge-ports eno1, NG, true, true,"
        + " ifupdown-ng raises eno1 as a port of vmbr0",
    "iface eno1 inet manual; auto lo vmbr0; iface vmbr0 inet dhcp> bridge-ports eno1, NG, true,"
        + " false, which is not 'auto'",
    "iface eno1 inet manual; auto br0; iface br0 inet dhcp> bridge-ports regex [, IFUPDOWN2, true,"
        + " false, nothing raises it"
  })
  void whetherAStanzaIsRunAtBoot(
      String text, Ifupdown ifupdown, boolean enabled, boolean is, String by) {
    RaisedAtBoot raised = RaisedAtBoot.of(files(text), "eno1", ifupdown, enabled);
    assertThat(raised.is()).as(raised.by()).isEqualTo(is);
    assertThat(raised.by()).contains(by);
  }

  @Test
  void keywordAndStanzaMayStandInDifferentFiles() {
    Interfaces interfaces = files("auto eno1", "iface eno1 inet manual");
    assertThat(RaisedAtBoot.of(interfaces, "eno1", Ifupdown.CLASSIC, true).is()).isTrue();
    assertThat(interfaces.definition("eno1").orElseThrow().file().path().value())
        .isEqualTo("/etc/network/f1");
  }
}

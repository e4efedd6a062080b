package dev.unhang.config.interfaces;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.config.interfaces.Interfaces.InterfacesFile;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.host.HostPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RaisedAtBootTest {
  private static final HostPath MAIN = new HostPath("/etc/network/interfaces");

  private static Interfaces files(Ifupdown program, String... texts) {
    List<InterfacesFile> files = new ArrayList<>();
    for (String text : texts) {
      String lines = text.replace("; ", "\n").replace("> ", "\n  ") + "\n";
      HostPath path = files.isEmpty() ? MAIN : new HostPath("/etc/network/f" + files.size());
      files.add(
          new InterfacesFile(
              path, InterfacesDocument.parse(Content.of(lines), program), Optional.empty()));
    }
    return new Interfaces(
        files, List.of(), files.getFirst().document().misread(files.getFirst().path()));
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
        + " false, nothing raises it",
    "iface eno1 inet manual; auto bond0; iface bond0 inet dhcp> bond-slaves eno1, CLASSIC, true,"
        + " false, lacks 'auto eno1'",
    "iface eno1 inet manual> bond-master bond0; auto bond0; iface bond0 inet dhcp, IFUPDOWN2, true,"
        + " false, nothing raises it",
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
        + " false, nothing raises it",
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
    RaisedAtBoot raised =
        RaisedAtBoot.of(files(ifupdown, text), "eno1", new Networking(ifupdown, enabled));
    assertThat(raised.is()).as(raised.by()).isEqualTo(is);
    assertThat(raised.by()).contains(by);
    assertThat(raised.hint().isEmpty()).as("a hint where it is not raised").isEqualTo(is);
  }

  @Test
  void keywordAndStanzaMayStandInDifferentFiles() {
    Interfaces interfaces = files(Ifupdown.CLASSIC, "auto eno1", "iface eno1 inet manual");
    Networking networking = new Networking(Ifupdown.CLASSIC, true);
    assertThat(RaisedAtBoot.of(interfaces, "eno1", networking).is()).isTrue();
    assertThat(interfaces.definition("eno1").orElseThrow().file().path().value())
        .isEqualTo("/etc/network/f1");
  }

  /// Each was given to Debian's own programs, in a network namespace, with `post-up echo` in eno1's
  /// stanza: ifupdown 0.8.41, ifupdown2 3.0.0, ifupdown-ng 0.11.4 as `ifup -a -n -v`.
  @ParameterizedTest
  @CsvSource({
    "iface eno1 inet manual; auto eno1, IFUPDOWN2, false, too late",
    "iface eno1 inet manual; allow-hotplug eno1, IFUPDOWN2, false, too late",
    "iface eno1 inet manual; auto all, IFUPDOWN2, false, too late",
    "auto all; iface eno1 inet manual, IFUPDOWN2, true, 'auto'",
    "auto all; iface eno1 inet manual, CLASSIC, false, nothing raises it",
    "auto eno[1-4]; iface eno1 inet manual, IFUPDOWN2, true, 'auto'",
    "auto eno[2-4]; iface eno1 inet manual, IFUPDOWN2, false, nothing raises it",
    "auto eno1; iface eno[1-4] inet manual, IFUPDOWN2, true, 'auto'",
    "auto /en*; iface eno1 inet manual, IFUPDOWN2, false, nothing raises it",
    "iface eno1 inet manual; auto eno1; iface eno1 inet6 auto, IFUPDOWN2, true, 'auto'",
    "auto eno2; iface eno2 inet manual> up echo a \\; ; auto eno1; iface eno1 inet manual,"
        + " IFUPDOWN2, false, nothing raises it",
    "# a \\; auto eno1; iface eno1 inet manual, IFUPDOWN2, false, nothing raises it",
    "# a \\; auto eno1; iface eno1 inet manual, CLASSIC, true, 'auto'",
    "foo bar; auto eno1; iface eno1 inet manual, IFUPDOWN2, true, 'auto'",
    "auto eno1; iface eno1, IFUPDOWN2, true, 'auto'",
    "auto vmbr0; iface vmbr0> bridge-ports eno1.20; iface eno1 inet manual, IFUPDOWN2, true, below"
        + " eno1.20",
    "auto vmbr0; iface vmbr0> bridge-ports eno1.20; iface eno1 inet manual, NG, true, below"
        + " eno1.20",
    "auto br0; iface br0> bridge-ports bond0.20; iface bond0> bond-slaves eno1; iface eno1,"
        + " IFUPDOWN2, true, a slave of bond0",
    "auto eno1.5; iface eno1 inet manual, IFUPDOWN2, false, nothing raises it",
    "auto eno1.5; iface eno1 inet manual, NG, true, below eno1.5",
    "auto eno1.5; iface eno1 inet manual, CLASSIC, false, nothing raises it",
    "auto eno1.5; iface eno1.5 inet manual; iface eno1 inet manual, CLASSIC, true, below eno1.5",
    "auto eno1.5.6; iface eno1.5.6 inet manual; iface eno1 inet manual, CLASSIC, false, nothing"
        + " raises it",
    "auto v5; iface v5 inet manual> vlan-raw-device eno1; iface eno1 inet manual, CLASSIC, false,"
        + " lacks 'auto eno1'",
    "auto br0; iface br0> bridge-ports eno2> bridge-ports eno1; iface eno1, IFUPDOWN2, true, a port"
        + " of br0",
    "auto br0; iface br0> bridge-ports glob eno1-3; iface eno1, IFUPDOWN2, true, a port of br0",
    "auto br0; iface br0> bridge-ports glob eno[1-3]; iface eno1, IFUPDOWN2, true, a port of br0",
    "auto br0; iface br0> bridge-ports glob eno2-3; iface eno1, IFUPDOWN2, false, nothing raises",
    "auto br0; iface br0> bridge-ports regex eno; iface eno1, IFUPDOWN2, false, nothing raises it",
    "auto blue; iface blue> vrf-table auto; iface eno1> vrf blue, IFUPDOWN2, true, a member of"
        + " blue",
    "auto x; iface x> vxlan-id 4> vxlan-physdev eno1; iface eno1, IFUPDOWN2, true, needed by x",
    "auto x; iface x> vxlan-id 4> vxlan-physdev eno1; iface eno1, NG, true, needed by x",
    "auto x; iface x> requires eno1; iface eno1, NG, true, needed by x",
    "auto x; iface x> requires eno1; iface eno1, IFUPDOWN2, false, nothing raises it",
    "auto b; iface b> bond-members eno1 eno2; iface eno1, NG, true, a slave of b",
    "auto b; iface b> slaves eno1 eno2; iface eno1, NG, false, nothing raises it",
    "auto eno1> post-up echo, NG, true, 'auto'",
    "auto eno1; interface eno1> post-up echo, NG, true, 'auto'",
    "iface eno1 inet manual> auto> mtu 1500, CLASSIC, true, 'auto'",
    "iface eno1 inet manual> auto, IFUPDOWN2, false, nothing raises it",
    "auto eno1=home; iface home inet manual, CLASSIC, true, 'auto'",
    "auto /en*=home; iface home inet manual, CLASSIC, true, 'auto'",
    "auto eno1=home; iface eno1 inet manual, CLASSIC, false, no stanza 'iface home'",
    "auto eno1=home; iface home inet manual, IFUPDOWN2, false, no stanza 'iface eno1'",
    "mapping eno*> script /bin/x; auto eno1; iface eno1 inet manual, CLASSIC, false, mapping eno*",
    "mapping eno2> script /bin/x; auto eno1; iface eno1 inet manual, CLASSIC, true, 'auto'",
    "mapping eno*> script /bin/x; auto eno1; iface eno1 inet manual, IFUPDOWN2, true, 'auto'"
  })
  void whatTheProgramItselfRaises(String text, Ifupdown program, boolean is, String by) {
    RaisedAtBoot raised =
        RaisedAtBoot.of(files(program, text), "eno1", new Networking(program, true));
    assertThat(raised.is()).as(raised.by()).isEqualTo(is);
    assertThat(raised.by()).contains(by);
  }

  /// Words of ifupdown 0.8.41.
  @ParameterizedTest
  @CsvSource({
    "iface eno9 inet bogus, 4: unknown or no method",
    "iface eno9 inet, 4: unknown or no method",
    "iface eno9, 4: unknown or no address type",
    "iface, 4: too few parameters",
    "iface eno9 inet static inherits, 4: 'inherits' keyword is missing a parameter",
    "iface eno9 inet static inherits no, 4: unknown iface to inherit from: no",
    "iface eno9 inet manual> mtu, 5: option with empty value",
    "auto eno9; mtu 1500, 5: misplaced option",
    "source /nowhere; mtu 1500, 5: misplaced option",
    "mapping a> foo bar, 5: misplaced option",
    "mapping a> script /x> script /y, 6: duplicate script",
    "rename a, 4: missing target name",
    "allow-, 4: option with empty value"
  })
  void aLineThatIfupCannotReadRaisesNothing(String text, String why) {
    String before = "auto eno1; iface eno1 inet manual> up echo; ";
    for (Ifupdown program : List.of(Ifupdown.CLASSIC, Ifupdown.IFUPDOWN2)) {
      RaisedAtBoot raised =
          RaisedAtBoot.of(files(program, before + text), "eno1", new Networking(program, true));
      assertThat(raised.is()).as(raised.by()).isEqualTo(program == Ifupdown.IFUPDOWN2);
      if (program == Ifupdown.CLASSIC) {
        assertThat(raised.by()).contains(MAIN + ":" + why);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "iface eno9 inherits eno1",
    "iface eno9 inet manual foo",
    "iface eno9 inet manual inherits eno1",
    "iface eno9 inet6 v4tunnel",
    "iface eno9 can static",
    "iface eno1 inet manual> mtu 1> mtu 2",
    "source /nowhere; iface eno9 inet manual inherits eno7",
    "mapping",
    "auto",
    "allow-hotplug",
    "iface eno9 inet manual> no-scripts> mtu 1500",
    "rename a=b",
    "template x inet manual",
    "iface eno9 inet manual> up echo \\; > mtu 1"
  })
  void aLineThatIfupReadsOrPassesOverIsNoObstacle(String text) {
    String all = "auto eno1; iface eno1 inet manual> up echo; " + text;
    RaisedAtBoot raised =
        RaisedAtBoot.of(
            files(Ifupdown.CLASSIC, all), "eno1", new Networking(Ifupdown.CLASSIC, true));
    assertThat(raised.is()).as(raised.by()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "auto eno1, eno1, CLASSIC, false",
    "auto eno1, eno[12], CLASSIC, false",
    "auto eno1, eno, CLASSIC, true",
    "auto eno1, eno, IFUPDOWN2, false",
    "auto eno1, eno2, IFUPDOWN2, true",
    "auto eno1, eno1, NG, true",
    "allow-hotplug eno1, eno1, CLASSIC, true",
    "allow-hotplug eno1, eno1, IFUPDOWN2, false",
    "auto br0; iface br0> bridge-ports eno1, eno1, IFUPDOWN2, true",
    "auto br0; iface br0> bridge-ports eno1, br0, IFUPDOWN2, false",
    "auto eno1.5; iface eno1.5 inet manual, eno1, CLASSIC, false"
  })
  void whatIsExcludedIsLeftAlone(String text, String excluded, Ifupdown program, boolean is) {
    Networking networking = new Networking(program, true, List.of(excluded), Optional.empty());
    RaisedAtBoot raised =
        RaisedAtBoot.of(files(program, text + "; iface eno1 inet manual"), "eno1", networking);
    assertThat(raised.is()).as(raised.by()).isEqualTo(is);
  }

  @Test
  void whatIsSourcedStandsWhereItIsSourced() {
    InterfacesDocument main =
        InterfacesDocument.parse(
            Content.of("iface eno1 inet manual\nsource d/a\niface eno2 inet manual\n"),
            Ifupdown.IFUPDOWN2);
    InterfacesDocument sourced =
        InterfacesDocument.sourced(Content.of("auto eno1 eno2\n"), Ifupdown.IFUPDOWN2);
    Interfaces all =
        new Interfaces(
            List.of(
                new InterfacesFile(MAIN, main),
                new InterfacesFile(
                    new HostPath("/etc/network/d/a"),
                    sourced,
                    Optional.of(new Interfaces.Source(MAIN, 1)))),
            List.of());
    Networking networking = new Networking(Ifupdown.IFUPDOWN2, true);
    assertThat(RaisedAtBoot.of(all, "eno1", networking).is()).isFalse();
    assertThat(RaisedAtBoot.of(all, "eno2", networking).is()).isTrue();
  }
}

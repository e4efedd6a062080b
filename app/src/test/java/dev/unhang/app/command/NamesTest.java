package dev.unhang.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.app.TestConsole;
import dev.unhang.app.wiring.SimWiring;
import dev.unhang.config.boot.InterfacesSource;
import dev.unhang.model.host.HostPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A NIC that had, has, or will have another name.
class NamesTest {
  private static final HostPath PIN =
      new HostPath("/usr/local/lib/systemd/network/50-pve-nic0.link");
  private static final String PINNED =
      "[Match]\nMACAddress=00:00:5e:00:53:01\nType=ether\n\n[Link]\nName=nic0\n";

  private final SimWiring pve = new SimWiring();

  private TestConsole unhang(String... words) {
    return TestConsole.run(pve, words);
  }

  private String interfaces() {
    return pve.live().view().read(InterfacesSource.MAIN).known().orElseThrow().utf8();
  }

  private void fix() {
    assertThat(unhang("fix", "eno1", "--yes").exit()).isZero();
    assertThat(unhang("verify", "eno1").exit()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"plan", "fix", "verify", "features", "recover", "ack", "load", "topology"})
  void everyCommandSaysWhatAFormerNameBecame(String command) {
    TestConsole answer =
        command.equals("load")
            ? unhang(command, "enp0s25", "--server", "192.0.2.1")
            : unhang(command, "enp0s25");
    assertThat(answer.err()).contains("enp0s25 is now eno1", "name it eno1");
    assertThat(answer.exit()).isEqualTo(66);
  }

  @Test
  void udevNotesNamesThatItCouldHaveGiven() {
    pve.write(new HostPath("/run/udev/data/n2"), "I:1\nE:ID_NET_NAME_SLOT=ens3\n");
    assertThat(unhang("verify", "ens3").err()).contains("ens3 is now eno1");
    assertThat(unhang("verify", "ens4").err()).contains("no interface of that name");
    assertThat(unhang("nics", "ens3").err()).contains("ens3 is now eno1");
  }

  @Test
  void aNameThatComesWithTheNextBootIsToldFromOneThatIsGone() {
    pve.write(PIN, PINNED);
    assertThat(unhang("verify", "nic0").err())
        .contains("eno1 is called nic0 from the next boot on", "name it eno1");
  }

  @Test
  void aPinWithoutItsStanzaIsToldBeforeTheReboot() {
    fix();
    pve.write(PIN, PINNED);
    TestConsole verify = unhang("verify", "eno1");
    assertThat(verify.out())
        .containsPattern("name at boot +eno1 +nic0 +FAIL")
        .contains(PIN + ":6 renames it at the next boot", "has no stanza 'iface nic0'")
        .containsPattern("tso at boot +off +off +pass")
        .containsPattern("tso at boot, pending +off +on +FAIL");
    assertThat(verify.exit()).isEqualTo(1);
  }

  @Test
  void aPinWhoseStanzaWaitsKeepsTheFix() {
    fix();
    pve.write(PIN, PINNED);
    pve.write(InterfacesSource.PENDING, interfaces().replace("eno1", "nic0"));
    TestConsole verify = unhang("verify", "eno1");
    assertThat(verify.out())
        .containsPattern("name at boot +eno1 +nic0 +pass")
        .contains("interfaces.new has 'iface nic0'")
        .containsPattern("tso at boot, pending +off +off +pass");
    assertThat(verify.err()).contains("both were looked at");
    assertThat(verify.exit()).isZero();
  }

  @Test
  void aWaitingFileWithAnotherNameAndNoPinLosesTheNic() {
    fix();
    pve.write(InterfacesSource.PENDING, interfaces().replace("eno1", "nic0"));
    assertThat(unhang("verify", "eno1").out())
        .containsPattern("name at boot +eno1 +eno1 +FAIL")
        .contains("no link file is known to rename it", "has no stanza 'iface eno1'");
  }

  @Test
  void aLineThatTheWaitingFileLacksWouldBeLost() {
    String before = interfaces();
    fix();
    pve.write(InterfacesSource.PENDING, before);
    TestConsole verify = unhang("verify", "eno1");
    assertThat(verify.out())
        .containsPattern("tso at boot +off +off +pass")
        .containsPattern("tso at boot, pending +off +on +FAIL");
    assertThat(verify.exit()).isEqualTo(1);
  }

  /// A name policy comes before the name.
  @Test
  void aNameBehindAPolicyIsNoPin() {
    fix();
    pve.write(PIN, PINNED + "NamePolicy=keep kernel\n");
    assertThat(unhang("verify", "eno1").exit()).isZero();
    pve.write(PIN, PINNED + "NamePolicy=keep kernel\nNamePolicy=\n");
    assertThat(unhang("verify", "eno1").exit()).isEqualTo(1);
  }

  /// As the pinning tool leaves it after the reboot: the stanza has the new name, the line the old.
  @Test
  void aLineThatStillHasTheFormerNameIsToldAfterTheRebootToo() {
    pve.write(
        InterfacesSource.MAIN,
        interfaces()
            .replace(
                "iface eno1 inet manual\n",
                "iface eno1 inet manual\n\tpost-up /usr/sbin/ethtool -K enp0s99 tso off\n"));
    TestConsole verify = unhang("verify", "eno1");
    assertThat(verify.out())
        .containsPattern("tso now +off +on +FAIL")
        .containsPattern("tso at boot +off +on +FAIL")
        .containsPattern("/etc/network/interfaces:\\d+ names enp0s99, which is not there any more");
    assertThat(verify.exit()).isEqualTo(1);
  }
}

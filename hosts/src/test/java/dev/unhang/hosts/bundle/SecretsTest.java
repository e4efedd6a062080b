package dev.unhang.hosts.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.model.evidence.Content;
import dev.unhang.model.host.HostPath;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Secrets in what a report keeps: `abc` is one everywhere.
class SecretsTest {
  private static final String INTERFACES = "/etc/network/interfaces";

  private static String left(String path, String text) {
    return Secrets.without(new HostPath(path), Content.of(text)).utf8();
  }

  private static String ofLog(String text) {
    return new String(Secrets.ofLog(text.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "post-up curl -s https://user:abc@hook.example/up",
        "post-up /usr/local/bin/notify abc",
        "up snmpset -v2c -c abc 192.0.2.7 x",
        "up sshpass -p abc ssh root@192.0.2.9 true",
        "up mount -t cifs -o user=backup,pass=abc //192.0.2.9/x /mnt",
        "post-up TOKEN=abc /opt/x",
        "post-up ip link set eno1 up && wg set wg0 private-key abc",
        "post-up ip macsec add macsec0 tx sa 0 pn 1 on key 01 abc",
        "post-up ip xfrm state add proto esp spi 1 enc aes abc",
        "post-up echo abc > /root/x",
        "post-up ethtool -s eno1 sopass abc --token abc",
        "#post-up wpa_cli abc",
        "wireless-key1 abc",
        "wpa-psk abc",
        "wpa-password abc",
        "post-up frob \\\n  --pass abc",
      })
  void commandsKeepNone(String line) {
    assertThat(left(INTERFACES, "iface eno1 inet manual\n  " + line + "\n  mtu 9000\n"))
        .doesNotContain(line.contains("sopass") ? "--token abc" : "abc")
        .startsWith("iface eno1 inet manual\n")
        .endsWith("\n  mtu 9000\n")
        .hasLineCount(2 + (int) line.lines().count());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "post-up ethtool -K eno1 tso off gso off",
        "post-up ethtool -K $IFACE tso off || true",
        "post-up bash -c \"sleep 5; ethtool -K eno1 tso off\"",
        "post-up ip link set eno1 mtu 9000; ip route add 192.0.2.0/24 via 192.0.2.1",
        "post-up echo 1 > /proc/sys/net/ipv4/ip_forward",
        "post-up /usr/local/bin/offload",
        "bridge-ports eno1",
        "hwaddress ether 52:54:00:00:00:01",
        "offload-tso off",
        "wpa-ssid home",
      })
  void whatSetsUpTheNetworkStays(String line) {
    String text = "iface eno1 inet manual\n  " + line + "\n";
    assertThat(left(INTERFACES, text)).isEqualTo(text);
  }

  @Test
  void ofAScriptWhatSwitchesOffloadsStays() {
    assertThat(
            left(
                "/usr/local/bin/up",
                "#!/bin/sh\nPW=abc\ncurl -u abc https://x/$IFACE\n"
                    + "/opt/next eno1 abc\nethtool -K \"$IFACE\" tso off\n"))
        .isEqualTo(
            "#!/bin/sh\n# removed\n# removed $IFACE\n# removed /opt/next eno1\n"
                + "ethtool -K \"$IFACE\" tso off\n");
  }

  @Test
  void ofAGuestOnlyWhatIsAskedStays() {
    assertThat(
            left(
                "/etc/pve/nodes/pve/lxc/101.conf",
                "#root abc\nhostname: db\nlxc.environment: MYSQL_ROOT_PASSWORD=abc\n"
                    + "cipassword: abc\nargs: -fw_cfg name=x,string=abc\ndescription: abc\n"
                    + "net0: name=eth0,bridge=vmbr0\n[before]\nsshkeys: abc\n"))
        .doesNotContain("abc")
        .contains("hostname: db\n", "net0: name=eth0,bridge=vmbr0\n", "[before]\n")
        .hasLineCount(9);
    assertThat(
            left(
                "/etc/libvirt/qemu/web.xml",
                "<domain><name>web</name>\n<description>abc\nabc</description>\n"
                    + "<sysinfo type='smbios'><entry name='serial'>abc</entry></sysinfo>\n"
                    + "<source bridge='br0'/>\n<qemu:commandline><qemu:arg value='abc'/>"
                    + "</qemu:commandline></domain>\n"))
        .doesNotContain("abc")
        .contains("<name>web</name>", "<source bridge='br0'/>")
        .hasLineCount(6);
  }

  @Test
  void theKeyOfAClusterGoesAndItsNodesStay() {
    assertThat(
            left(
                "/etc/pve/corosync.conf",
                "nodelist {\n  node {\n    name: a\n    ring0_addr: 192.0.2.1\n  }\n}\n"
                    + "totem {\n  key: abc\n  cluster_name: lab\n}\n"))
        .doesNotContain("abc")
        .contains("    name: a\n    ring0_addr: 192.0.2.1\n  }\n}\ntotem {\n", "cluster_name: lab");
  }

  @Test
  void namesOfWirelessNetworksAreNoKeysThatAreNeeded() {
    assertThat(
            left(
                "/etc/netplan/a.yaml",
                "network:\n  wifis:\n    wlan0:\n      access-points:\n        abc:\n"
                    + "          hidden:\n      dhcp4-offload: x\n  ethernets:\n    eno1:\n"))
        .doesNotContain("abc")
        .endsWith("  ethernets:\n    eno1:\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "kernel: Command line: BOOT_IMAGE=/x rd.luks.key=abc pcie_aspm=off"
            + "|kernel: Command line: pcie_aspm=off",
        "kernel: Kernel command line: root=/dev/x pass=abc e1000e.EEE=0 x.password=abc"
            + "|kernel: Kernel command line: e1000e.EEE=0",
        "{\"MESSAGE\":\"Command line: root=x systemd.set_credential=x:abc\",\"B\":1}"
            + "|{\"MESSAGE\":\"Command line: \",\"B\":1}",
        "{\"MESSAGE\":\"Command line: a=\\\"abc\\\" pcie_aspm=off\",\"B\":1}"
            + "|{\"MESSAGE\":\"Command line: pcie_aspm=off\",\"B\":1}",
        "dracut: Using kernel command line parameters: rd.luks.key=abc e1000e.EEE=0"
            + "|dracut: Using kernel command line parameters: e1000e.EEE=0",
        "x: https://me:abc@h.example/|x: https://removed@h.example/",
        "x: DB_PASSWORD=abc next|x: DB_PASSWORD=removed next",
        "audit: proctitle=\"mysql --password abc\"|audit: proctitle=\"mysql --password removed\"",
      })
  void logsKeepNone(String line, String left) {
    assertThat(ofLog(line)).isEqualTo(left);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "e1000e 0000:00:1f.6 eno1: Detected Hardware Unit Hang:",
        "  TDH                  <67>",
        "random: crng init done",
        "Setting up command line interface",
        "eth0: autonegotiation key press",
      })
  void otherLinesStay(String line) {
    assertThat(ofLog(line)).isEqualTo(line);
  }
}

package dev.unhang.hosts.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.model.evidence.Content;
import dev.unhang.model.host.HostPath;
import org.junit.jupiter.api.Test;

/// What is secret in files that are asked for a few lines only.
class NeededLinesTest {
  private static String left(String path, String text) {
    return Secrets.without(new HostPath(path), Content.of(text)).utf8();
  }

  @Test
  void keysOfNetworksAndTunnelsStayOutOfReports() {
    assertThat(
            left(
                "/etc/NetworkManager/system-connections/x.nmconnection",
                "[connection]\nid=lan\n[wifi-security]\npsk=abc\n[wireguard-peer.x]\n"
                    + "preshared-key=abc\n[gsm]\npin=abc\n[ethtool]\nfeature-tso=false\n"))
        .doesNotContain("abc")
        .contains("id=lan\n", "feature-tso=false\n")
        .hasLineCount(10);
  }

  @Test
  void passwordsInFilesOfNetplanStayOutOfReports() {
    assertThat(
            left(
                "/etc/netplan/50-x.yaml",
                "network:\n  wifis:\n    wlan0:\n      access-points:\n        \"home abc\":\n"
                    + "          password: \"abc\"\n  ethernets:\n    eno1:\n      match:\n"
                    + "        macaddress: 52:54:00:00:00:01\n"
                    + "      tcp-segmentation-offload: false\n      auth: {password: abc}\n"))
        .doesNotContain("abc")
        .contains(
            "    eno1:\n", "macaddress: 52:54:00:00:00:01\n", "tcp-segmentation-offload: false\n")
        .hasLineCount(12);
  }

  @Test
  void ofIfcfgFilesAndRulesOnlyWhatIsAskedStays() {
    assertThat(
            left(
                "/etc/sysconfig/network-scripts/ifcfg-eno1",
                "DEVICE=eno1\nKEY_1=abc\nETHTOOL_OPTS=\"-K eno1 tso off\"\n"))
        .doesNotContain("abc")
        .contains("DEVICE=eno1\n", "ETHTOOL_OPTS");
    assertThat(
            left(
                "/etc/udev/rules.d/99-x.rules",
                "ENV{TOKEN}=\"abc\"\n"
                    + "SUBSYSTEM==\"net\", RUN+=\"/usr/sbin/ethtool -K $name tso off\"\n"))
        .doesNotContain("abc")
        .contains("tso off");
  }

  @Test
  void environmentsOfServicesStayOutOfReports() {
    assertThat(
            left(
                "/etc/systemd/system/x.service",
                "[Service]\nEnvironment=API_KEY=abc\nExecStart=/opt/x --key abc\n"
                    + "ExecStart=/usr/sbin/ethtool -K eno1 tso off\n"))
        .doesNotContain("abc")
        .endsWith("ExecStart=/usr/sbin/ethtool -K eno1 tso off\n")
        .hasLineCount(4);
  }

  @Test
  void keysOfDisksStayOutOfReports() {
    assertThat(
            left(
                "/proc/cmdline",
                "BOOT_IMAGE=/x netroot=iscsi:u:abc@192.0.2.1 rd.luks.key=abc pcie_aspm=off"
                    + " e1000e.EEE=0 systemd.set_credential=x:abc\n"))
        .isEqualTo("pcie_aspm=off e1000e.EEE=0\n");
  }
}

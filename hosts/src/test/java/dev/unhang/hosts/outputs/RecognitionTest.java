package dev.unhang.hosts.outputs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecognitionTest {
  /// Kind, interface and host of each, as one word each; `-` where not told.
  private static List<String> found(String text) {
    return Recognition.of(Outputs.of(text)).stream()
        .map(output ->
            output.kind()
                + " "
                + output.nic().map(Object::toString).orElse("-")
                + " "
                + output.host().orElse("-")
                + " "
                + output.text().firstLine())
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "ethtool-k.veth.txt, FEATURES eno1 - 1",
    "ethtool-k.asus.txt, FEATURES - - 1",
    "ethtool-k.2007.txt, FEATURES eth0 - 1",
    "ethtool-i.veth.txt, DRIVER - - 1",
    "ethtool-S.veth.txt, STATISTICS - - 1",
    "ethtool-c.tap.txt, COALESCING tap100i0 - 1",
    "ethtool.veth.txt, LINK eno1 - 1",
    "ethtool--show-eee.asus.txt, EEE nic0 - 1",
    "lspci-nnv.txt, LSPCI - - 1",
    "lspci-nnmm.txt, LSPCI - - 1",
    "lspci-nnvmmk.txt, LSPCI - - 1",
    "lspci-n.txt, LSPCI - - 1",
    "ip_addr.txt, IP - - 1",
    "ip_-o_addr.txt, IP - - 1",
    "ip_-s_-d_link.txt, IP - - 1",
    "ip_-j_addr.txt, IP_JSON - - 1",
    "ifconfig.txt, IFCONFIG - - 1",
    "busybox_ifconfig.txt, IFCONFIG - - 1",
    "proc-net-dev.txt, PROC_NET_DEV - - 1",
    "uname_-a.txt, UNAME - pve-test 1"
  })
  void outputsAreToldByTheirContent(String file, String kind) {
    assertThat(found(Outputs.text(file))).containsExactly(kind);
  }

  @Test
  void promptsTellOutputsAndHostsApart() {
    String text =
        """
        [maja@m920q:~]$ lspci | grep -i eth
        00:1f.6 Ethernet controller: Intel Corporation Ethernet Connection (7) I219-LM (rev 10)

        and this is the other one:
        root@pve-03:~# lspci | grep -i eth
        00:1f.6 Ethernet controller: Intel Corporation Ethernet Connection (2) I219-V
        root@pve-03:~# ethtool --show-features eno1 | grep offload
        tcp-segmentation-offload: on
        generic-segmentation-offload: on
        root@pve-03:~# ethtool -K eno1 tso off
        Actual changes:
        root@pve-03:~# ls
        [root@third ~]# sudo /sbin/ethtool -i eno2
        driver: e1000e
        """;
    assertThat(found(text))
        .containsExactly(
            "LSPCI - m920q 2",
            "LSPCI - pve-03 6",
            "FEATURES eno1 pve-03 8",
            "DRIVER eno2 third 14");
  }

  @Test
  void outputsWithoutPromptsEndWhereAnotherBegins() {
    String text =
        "Features for eno1:\n"
            + "rx-all: off\n"
            + "Features for eno2:\n"
            + "rx-all: on\n"
            + "driver: e1000e\n"
            + "version: 1\n\n"
            + "some words\n"
            + "Pause parameters for eno1:\n"
            + "Autonegotiate: on\n";
    assertThat(found(text))
        .containsExactly(
            "FEATURES eno1 - 1", "FEATURES eno2 - 3", "DRIVER - - 5", "PAUSE eno1 - 9");
  }

  /// Before and after are two, though both are of one interface.
  @Test
  void theSameQuestionTwiceIsTwoOutputs() {
    assertThat(found("Features for eno1:\nrx-all: off\nFeatures for eno1:\nrx-all: on\n"))
        .containsExactly("FEATURES eno1 - 1", "FEATURES eno1 - 3");
  }

  /// Proxmox VE's report: a bare `#` before each command, rules of `=` between sections.
  @Test
  void sectionsOfAPveReport() {
    String text =
        """
        ==== info about network and firewall ====

        # ip -details -statistics address
        1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN group default qlen 1000
            link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00

        # cat /etc/network/interfaces
        auto lo

        ==== info about hardware ====

        # lspci -nnk
        00:1f.6 Ethernet controller [0200]: Intel Corporation Ethernet Connection (7) I219-V [8086:15bc] (rev 10)

        # dmidecode -t bios
        BIOS Information
        \tVersion: M1UKT5EA
        """;
    assertThat(found(text)).containsExactly("IP - - 4", "LSPCI - - 13", "DMI - - 16");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "May 25 15:23:30 pve-02 kernel: e1000e 0000:00:19.0 eno1: Detected Hardware Unit Hang:\n"
            + "  TDH <61>\n",
        "[    1.2] Linux version 6.8.12-4-pve\n[    2.0] e1000e: eno1 NIC Link is Up\n",
        "",
        "# a heading\n\nfour: words\n"
      })
  void kernelLogsAndNotesAreNoOutputs(String text) {
    assertThat(found(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "ethtool -k eno1, FEATURES, eno1",
    "sudo ethtool --show-offload eno1 2>/dev/null, FEATURES, eno1",
    "ethtool eno1, LINK, eno1",
    "ip a, IP, ",
    "ip -s -j l show dev eno1, IP_JSON, ",
    "busybox ifconfig -a, IFCONFIG, ",
    "bridge -c vlan show, BRIDGE_VLAN, "
  })
  void commandsAsTheyAreTyped(String line, OutputKind kind, String nic) {
    assertThat(OutputCommand.of(line))
        .hasValueSatisfying(command -> {
          assertThat(command.kind()).isEqualTo(kind);
          assertThat(command.nic().map(Object::toString)).isEqualTo(Optional.ofNullable(nic));
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ethtool -K eno1 tso off",
        "ethtool -k eno1 > before.txt",
        "ip neigh",
        "cat notes",
        "ethtool",
        "",
        "|"
      })
  void commandsThatPrintNoneOfThese(String line) {
    assertThat(OutputCommand.of(line)).isEmpty();
  }

  /// All outputs behind each other, cut and damaged anywhere: nothing is thrown.
  @Test
  void anyTextIsRecognisedOrLeftAlone() {
    StringBuilder all = new StringBuilder();
    Outputs.names().forEach(name -> all.append(Outputs.text(name)).append("\nroot@h:~# x\n"));
    Random random = new Random(11);
    for (int round = 0; round < 150; round++) {
      StringBuilder text = new StringBuilder(all.substring(0, random.nextInt(all.length())));
      for (int i = 0; i < 20 && !text.isEmpty(); i++) {
        text.setCharAt(
            random.nextInt(text.length()), "\0\u001b\n:[]@#$ {".charAt(random.nextInt(10)));
      }
      assertThat(Recognition.of(Outputs.of(text.toString())))
          .allSatisfy(output -> assertThat(output.text().isBlank()).isFalse());
    }
    String prompts = "a@b:".repeat(400) + "\n" + "# ".repeat(450) + "\n";
    assertThat(Recognition.of(Outputs.of(prompts.repeat(2000)))).isEmpty();
  }
}

package dev.unhang.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.app.TestConsole;
import dev.unhang.model.host.HostView;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What `unhang nics --root` tells of a dead host's NICs by its boot log, and of the system that
/// examines the disk only where it runs on the same machine.
class DiskHardwareTest {
  private static final String BOOT =
      """
      [    0.000000] Linux version 6.8.12-4-pve (build@proxmox) (gcc) #1 SMP PREEMPT_DYNAMIC
      [    0.000000] DMI: LENOVO 10RS000EGE/3109, BIOS M1U KT4BA 07/13/2022
      [    0.310000] pci 0000:00:1f.6: [8086:15b8] type 00 class 0x020000
      [    0.311000] pci 0000:01:00.0: [8086:1533] type 00 class 0x020000 PCIe Endpoint
      [    0.312000] pci 0000:00:02.0: [8086:3e92] type 00 class 0x030000
      [    1.500000] e1000e 0000:00:1f.6 0000:00:1f.6 (uninitialized): registered PHC clock
      [    1.600000] e1000e 0000:00:1f.6 eth0: (PCI Express:2.5GT/s:Width x1) 00:00:5e:00:53:01
      [    1.700000] e1000e 0000:00:1f.6 eno1: renamed from eth0
      [    1.800000] igb 0000:01:00.0 enp1s0: renamed from eth1
      """;

  @TempDir private Path root;
  @TempDir private Path here;

  private void write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private FolderHost rescue() throws IOException {
    return new FolderHost(here)
        .file("sys/class/dmi/id/sys_vendor", "LENOVO\n")
        .file("sys/class/dmi/id/product_name", "10RS000EGE\n")
        .file("sys/class/dmi/id/board_name", "3109\n")
        .file("sys/bus/pci/devices/0000:00:1f.6/vendor", "0x8086\n")
        .file("sys/bus/pci/devices/0000:00:1f.6/device", "0x15b8\n")
        .file("sys/bus/pci/devices/0000:01:00.0/vendor", "0x8086\n")
        .file("sys/bus/pci/devices/0000:01:00.0/device", "0x1533\n")
        .link("sys/class/net/enp0s31f6/device", "../../../0000:00:1f.6");
  }

  private TestConsole nics(HostView live, String... more) {
    String[] words =
        Arrays.copyOf(new String[] {"nics", "--root", root.toString()}, 3 + more.length);
    System.arraycopy(more, 0, words, 3, more.length);
    return TestConsole.run(((FolderHost) live).wiring(), words);
  }

  private static String folded(TestConsole console) {
    return console.out().replaceAll("\\n +", " ");
  }

  @Test
  void theBootLogTellsMachineAndChipsAndIsNamed() throws IOException {
    write("var/log/kern.log", BOOT);
    TestConsole nics = nics(new FolderHost(here));
    assertThat(folded(nics))
        .contains(
            "LENOVO 10RS000EGE/3109, BIOS M1U KT4BA of 07/13/2022, kernel 6.8.12-4-pve (told by"
                + " /var/log/kern.log)")
        .contains("eno1: Intel Corporation Ethernet Connection (2) I219-V")
        .contains("PCI 0000:00:1f.6, 8086:15b8 rev unknown")
        .contains("board unknown (told by /var/log/kern.log)")
        .contains("enp1s0: Intel Corporation I210")
        .doesNotContain("eth0", "0000:00:02.0", "of the rescue system");
    assertThat(nics(new FolderHost(here), "--json").out())
        .contains("\"product\" : \"LENOVO 10RS000EGE/3109\"")
        .contains("\"origin\" : \"/var/log/kern.log\"");
  }

  /// The last boot counts, also where the machine got another board in between.
  @Test
  void theNewestBootThatSaysItCounts() throws IOException {
    write("var/log/kern.log.1", BOOT.replace("15b8", "1502"));
    write(
        "var/log/kern.log",
        BOOT.replace("15b8", "153a") + BOOT.replace("15b8", "15b7").replace("eno1", "nic0"));
    assertThat(folded(nics(new FolderHost(here))))
        .contains("nic0: ", "8086:15b7")
        .doesNotContain("8086:1502", "8086:153a", "eno1");
    write("var/log/kern.log", "[ 9000.000000] e1000e 0000:00:1f.6 eno1: NIC Link is Down\n");
    assertThat(folded(nics(new FolderHost(here))))
        .contains("8086:1502", "told by /var/log/kern.log.1");
  }

  @Test
  void theJournalGoesFirst() throws IOException {
    write("var/log/kern.log", BOOT);
    Path folder = Files.createDirectories(root.resolve("var/log/journal/0123"));
    Path packed = TestConsole.repository("testdata/journals/lab-two-boots.journal.gz");
    try (InputStream in = new GZIPInputStream(Files.newInputStream(packed))) {
      Files.copy(in, folder.resolve("system.journal"));
    }
    assertThat(folded(nics(new FolderHost(here))))
        .contains("told by journal, boot ")
        .contains("Dell Inc. OptiPlex 9020")
        .contains("82574L")
        .doesNotContain("LENOVO");
  }

  @Test
  void thisSystemIsAskedOnlyOnTheSameMachineAndSaysSo() throws IOException {
    write("var/log/kern.log", BOOT);
    FolderHost live = rescue();
    TestConsole same = nics(live);
    assertThat(same.err()).isEmpty();
    assertThat(nics(live, "--json").out()).contains("rescue system: ");
    // Another product, another chip at the place, and a log without a machine.
    TestConsole other = nics(live.file("sys/class/dmi/id/product_name", "10RS000EGF\n"), "--json");
    assertThat(other.err())
        .contains("this system is not asked: this machine is LENOVO 10RS000EGF/3109, that");
    assertThat(other.out()).doesNotContain("of the rescue system", "rescue system: ");
    live.file("sys/class/dmi/id/product_name", "10RS000EGE\n");
    TestConsole chip = nics(live.file("sys/bus/pci/devices/0000:00:1f.6/device", "0x15b7\n"));
    assertThat(chip.err())
        .contains("at 0000:00:1f.6 is 8086:15b7 here, the disk's log has 8086:15b8");
    write("var/log/kern.log", BOOT.replace("DMI", "dmi"));
    assertThat(nics(live).err()).contains("the disk's logs do not name its machine");
  }

  /// Configuration space is read of the rescue system, and labelled.
  @Test
  void whatTheRescueSystemTellsIsLabelled() throws IOException {
    write("var/log/kern.log", BOOT);
    byte[] space = new byte[256];
    space[0x06] = 0x10;
    space[0x34] = 0x40;
    space[0x40] = 0x10;
    space[0x42] = 0x02;
    FolderHost live = rescue().file("sys/bus/pci/devices/0000:01:00.0/config", space);
    assertThat(folded(nics(live)))
        .contains("ASPM in force: none; offered: none (of the rescue system)");
    assertThat(nics(live, "--json").out())
        .contains("\"/sys/bus/pci/devices/0000:01:00.0/config of the rescue system\"");
    live.file("sys/class/dmi/id/board_name", "other\n");
    assertThat(folded(nics(live))).doesNotContain("of the rescue system");
  }

  @Test
  void guestsThatTakeAControllerAreNamed() throws IOException {
    write(
        "var/log/kern.log",
        BOOT + "[ 30.0] vfio-pci 0000:01:00.0: enabling device (0000 -> 0002)\n");
    write(
        "etc/pve/qemu-server/100.conf",
        "name: nas\nhostpci0: 0000:01:00,pcie=1\n[old]\nhostpci1: 00:1f.6\n");
    assertThat(folded(nics(new FolderHost(here))))
        .contains(
            "PCI 0000:01:00.0: Intel Corporation I210 Gigabit Network Connection: given to guest"
                + " 100, its hang")
        .doesNotContain("enp1s0", "0000:00:1f.6: ");
    write("var/log/kern.log", BOOT);
    assertThat(folded(nics(new FolderHost(here))))
        .contains("enp1s0: Intel")
        .contains("guest 100 (given to it by hostpci on enp1s0)");
    write("var/log/kern.log", BOOT.replaceAll("\\[.*enp1s0.*\\n", ""));
    assertThat(folded(nics(new FolderHost(here))))
        .contains("given to guest 100 by its configuration");
    write("etc/pve/qemu-server/100.conf", "name: nas\n");
    assertThat(folded(nics(new FolderHost(here))))
        .contains("no interface of it was logged (told by");
  }

  /// Another command reads the report as it would read the disk.
  @Test
  void aReportOfADiskTellsTheSame(@TempDir Path out) throws IOException {
    write("var/log/kern.log", BOOT);
    write("etc/hostname", "pve-02\n");
    String file = out.resolve("r.tar.gz").toString();
    FolderHost live = new FolderHost(here);
    TestConsole report =
        TestConsole.run(live.wiring(), "report", "--root", root.toString(), "-o", file);
    assertThat(report.out()).contains("written to", "kern.log");
    assertThat(TestConsole.run(live.wiring(), "nics", file).out().lines().limit(4))
        .containsExactlyElementsOf(nics(live).out().lines().limit(4).toList());
  }

  /// Text that others wrote into the log, and damage.
  @Test
  void onlyTheKernelsOwnFirstWordsCount() throws IOException {
    write(
        "var/log/syslog",
        """
        2025-05-25T15:20:00.000001+02:00 pve kernel: [    0.000000] Linux version 6.8.12-4-pve (x) #1
        2025-05-25T15:20:00.000002+02:00 pve liar[7]: DMI: MADE UP/1, BIOS X 01/01/2020
        2025-05-25T15:20:00.000003+02:00 pve kernel: [    0.310000] pci 0000:00:1f.6: [8086:15b8] type 00 class 0x020000
        2025-05-25T15:20:01.000003+02:00 pve kernel: [    9.310000] pci 0000:00:1f.6: [8086:1533] type 00 class 0x020000
        2025-05-25T15:20:02.000003+02:00 pve kernel: [    9.400000] pci 0000:00:1f.6: [8086:zzzz] type 00 class 0x020000
        """);
    assertThat(folded(nics(new FolderHost(here))))
        .contains("PCI 0000:00:1f.6: Intel Corporation Ethernet Connection (2) I219-V")
        .contains("machine unknown")
        .doesNotContain("MADE UP");
    try (var packed =
        new GZIPOutputStream(Files.newOutputStream(root.resolve("var/log/kern.log.1.gz")))) {
      packed.write(BOOT.getBytes(StandardCharsets.UTF_8));
    }
    Files.delete(root.resolve("var/log/syslog"));
    byte[] whole = Files.readAllBytes(root.resolve("var/log/kern.log.1.gz"));
    Files.write(root.resolve("var/log/kern.log.1.gz"), Arrays.copyOf(whole, whole.length - 12));
    assertThat(folded(nics(new FolderHost(here)))).contains("LENOVO 10RS000EGE/3109");
    Files.write(root.resolve("var/log/kern.log.1.gz"), new byte[] {0x1f, (byte) 0x8b, 8, 0});
    assertThat(nics(new FolderHost(here)).out())
        .contains("machine unknown")
        .contains("no NIC was found");
  }

  /// The boot's first lines are rotated away on a host that has been up for weeks.
  @Test
  void aNicIsKnownByWhatItsDriverSaidOfItLater() throws IOException {
    write(
        "var/log/kern.log",
        """
        Oct  5 12:00:04 pve kernel: [ 7204.4] iwlwifi 0000:00:14.3 wlan0: radio off
        Oct  5 12:00:04 pve kernel: [ 7204.4] e1000e 0000:00:1f.6 eno1: Detected Hardware Unit Hang:
        """);
    TestConsole nics = nics(new FolderHost(here));
    assertThat(nics.out()).contains("eno1", "0000:00:1f.6").doesNotContain("wlan0");
    assertThat(nics(new FolderHost(here), "eno1").exit()).isZero();
  }

  @Test
  void aBootThatNamesItsControllersCountsMoreThanALaterWord() throws IOException {
    write("var/log/kern.log", "[  9.0] igb 0000:02:00.0 eno9: Detected Tx Unit Hang\n");
    write("var/log/kern.log.1", BOOT);
    assertThat(nics(new FolderHost(here)).out()).contains("eno1").doesNotContain("eno9");
  }

  private TestConsole plan() throws IOException {
    return TestConsole.run(
        new FolderHost(here).wiring(), "plan", "eno1", "--root", root.toString());
  }

  @Test
  void aPlanForADiskSaysWhetherItsLogsShowAHang() throws IOException {
    write("etc/rc.d/rc3.d/S10network", "");
    write("usr/sbin/ethtool", "");
    assertThat(root.resolve("usr/sbin/ethtool").toFile().setExecutable(true)).isTrue();
    write("etc/sysconfig/network-scripts/ifcfg-eno1", "DEVICE=eno1\nONBOOT=yes\n");
    write("var/log/kern.log", BOOT);
    assertThat(plan().out()).as(plan().err()).contains("no hang of it was read");
    write(
        "var/log/kern.log",
        BOOT + "[    9.0] e1000e 0000:00:1f.6 eno1: Detected Hardware Unit Hang:\n");
    assertThat(plan().out()).contains("it hung").doesNotContain("no hang of it was read");
  }

  private static final String TOLD =
      "[    1.600000] e1000e 0000:00:1f.6 eth0: (PCI Express:2.5GT/s:Width x1) 00:00:5e:00:53:01\n";

  private void told(String line) throws IOException {
    write("var/log/kern.log", BOOT.replace(TOLD, line.isEmpty() ? "" : line + "\n"));
  }

  /// e1000e's own line, and what others print.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "[    1.600000] e1000e 0000:00:1f.6 eth0: (PCI Express:2.5GT/s:Width x1) 00:00:5E:00:53:01",
        "[    1.600000] e1000e 0000:00:1f.6 eth0: MAC: 00:00:5e:00:53:01",
        "[    1.600000] e1000e 0000:00:1f.6 eth0: RTL8168g/8111g, 00:00:5e:00:53:01, XID 4c0, IRQ 1"
      })
  void theLogTellsTheAddressThatFilesGoBy(String line) throws IOException {
    told(line);
    write("etc/rc.d/rc3.d/S10network", "");
    write("usr/sbin/ethtool", "");
    assertThat(root.resolve("usr/sbin/ethtool").toFile().setExecutable(true)).isTrue();
    String file = "etc/sysconfig/network-scripts/ifcfg-lan";
    write(file, "DEVICE=lan\nHWADDR=00:00:5E:00:53:01\nONBOOT=yes\n");
    assertThat(plan().out()).as(plan().err()).contains("ifcfg-lan");
    write(file, "DEVICE=eno1\nHWADDR=00:00:5E:00:53:02\nONBOOT=yes\n");
    assertThat(plan().exit()).isEqualTo(4);
  }

  /// netplan makes a link file at boot that udev takes before unhang's.
  @Test
  void whereTheAddressIsNotToldNetplansFilesAreNotPassedOver() throws IOException {
    told("");
    write("usr/sbin/ethtool", "");
    write("usr/lib/udev/rules.d/80-net-setup-link.rules", "");
    write("etc/systemd/system/multi-user.target.wants/systemd-networkd.service", "");
    write(
        "etc/netplan/50-cloud-init.yaml",
        """
        network:
          ethernets:
            lan:
              match:
                macaddress: 00:00:5e:00:53:01
              set-name: lan0
        """);
    assertThat(plan().exit()).isEqualTo(4);
    assertThat(plan().err()).contains("50-cloud-init.yaml defines lan by an address");
    told("[    1.600000] e1000e 0000:00:1f.6 eth0: (PCI Express:Width x1) 00:00:5e:00:53:02");
    assertThat(plan().out()).contains("70-unhang-0000-00-1f.6.link");
  }

  @Test
  void aDiskWhoseLogsNameNoCardSaysSo() throws IOException {
    write("etc/network/interfaces", "auto eno1\niface eno1 inet manual\n");
    assertThat(plan().err()).contains("no kernel log of this disk names its network cards");
    write("var/log/kern.log", BOOT.replace("eno1", "nic0"));
    assertThat(plan().err()).contains("names other interfaces: enp1s0, nic0");
  }
}

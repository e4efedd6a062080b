package dev.unhang.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.app.TestConsole;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `unhang nics` says of devices, from files as sysfs has them.
class NicHardwareTest {
  private static final String PCI = "sys/bus/pci/devices/";

  @TempDir private Path root;

  private static void function(FolderHost host, String address, String device, String code)
      throws IOException {
    host.file(PCI + address + "/vendor", "0x8086\n")
        .file(PCI + address + "/device", "0x" + device + "\n")
        .file(PCI + address + "/class", "0x" + code + "\n")
        .file(PCI + address + "/revision", "0x04\n");
  }

  private static String folded(FolderHost host) {
    return TestConsole.run(host.wiring(), "nics").out().replaceAll("\\n +", " ");
  }

  @Test
  void controllersWithoutAnInterfaceAreListedWithTheReason() throws IOException {
    FolderHost host = new FolderHost(root);
    function(host, "0000:01:00.0", "1533", "020000");
    host.link(PCI + "0000:01:00.0/driver", "../../../../bus/pci/drivers/vfio-pci");
    function(host, "0000:02:00.1", "1533", "020000");
    host.link(PCI + "0000:02:00.1/driver", "../../../../bus/pci/drivers/vfio-pci");
    function(host, "0000:03:00.0", "1533", "020000");
    function(host, "0000:04:00.0", "1533", "020000");
    host.link(PCI + "0000:04:00.0/driver", "../../../../bus/pci/drivers/igb");
    function(host, "0000:05:00.0", "1533", "030000");
    host.prints(
        """
        /etc/pve/qemu-server/100.conf:hostpci0: 01:00,pcie=1
        /etc/pve/qemu-server/101.conf:[before]
        /etc/pve/qemu-server/101.conf:hostpci0: 0000:02:00.1
        """);
    TestConsole nics = TestConsole.run(host.wiring(), "nics");
    assertThat(nics.exit()).isEqualTo(3);
    assertThat(folded(host))
        .contains(
            "PCI 0000:01:00.0: Intel Corporation I210 Gigabit Network Connection: given to guest"
                + " 100, its hang is logged inside it; not examined")
        // A snapshot tells what was.
        .contains("PCI 0000:02:00.1: Intel Corporation I210 Gigabit Network Connection: given to a")
        .contains("no driver is bound to it")
        .contains("its driver is igb, and it has no interface here")
        .doesNotContain("0000:05:00.0");
    assertThat(TestConsole.run(host.wiring(), "nics", "--json").out())
        .contains("\"givenToGuest\" : true")
        .contains("\"guest\" : \"guest 100\"");
  }

  @Test
  void theInterfaceOfAVirtioDeviceIsThatOfItsFunction() throws IOException {
    FolderHost host = new FolderHost(root);
    function(host, "0000:06:00.0", "1533", "020000");
    host.file("sys/devices/pci0000:00/0000:06:00.0/virtio2/net/eth0/mtu", "1500\n")
        .link("sys/devices/pci0000:00/0000:06:00.0/virtio2/net/eth0/device", "../../../virtio2")
        .link("sys/class/net/eth0", "../../devices/pci0000:00/0000:06:00.0/virtio2/net/eth0")
        .file(PCI + "0000:06:00.0/removable", "removable\n");
    assertThat(folded(host))
        .contains("eth0: Intel Corporation I210 Gigabit Network Connection")
        .contains("PCI 0000:06:00.0, 8086:1533 rev 04, chip family I210")
        .contains("behind an external port, as in a dock")
        .doesNotContain("no interface here");
  }

  @Test
  void aUsbNicIsNotTakenForTheControllerItHangsOn() throws IOException {
    FolderHost host = new FolderHost(root);
    function(host, "0000:00:14.0", "a36d", "0c0330");
    String device = "sys/devices/pci0000:00/0000:00:14.0/usb2/2-1/2-1.4/2-1.4:1.0/net/enx0";
    host.file(device + "/mtu", "1500\n")
        .link(device + "/device", "../../../2-1.4:1.0")
        .link("sys/class/net/enx0", "../../" + device.substring("sys/".length()))
        .file("sys/bus/usb/devices/2-1.4/idVendor", "0bda\n")
        .file("sys/bus/usb/devices/2-1.4/idProduct", "8153\n")
        .file("sys/bus/usb/devices/2-1.4/product", "USB LAN\u001b[31m\n")
        .file("sys/bus/usb/devices/2-1.4/speed", "5000\n");
    assertThat(folded(host))
        .contains("enx0: USB LAN")
        .contains("USB 2-1.4, 0bda:8153, bus speed 5000 Mb/s: an adapter, or a dock")
        .doesNotContain("\u001b")
        .doesNotContain("0000:00:14.0");
  }

  @Test
  void namesAreTheHostsWhereItHasThem() throws IOException {
    FolderHost host = new FolderHost(root);
    function(host, "0000:03:00.0", "1533", "020000");
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write("8086  Somebody\n\t1533  Something\n".getBytes(StandardCharsets.UTF_8));
    }
    host.file("usr/share/hwdata/pci.ids.gz", packed.toByteArray());
    assertThat(folded(host)).contains("PCI 0000:03:00.0: Somebody Something");
    host.file("usr/share/misc/pci.ids", "nothing of the kind");
    assertThat(folded(host)).contains("PCI 0000:03:00.0: maker not known model not known");
  }

  @Test
  void aGuestIsToldToLookElsewhere() throws IOException {
    FolderHost host = new FolderHost(root);
    host.file("proc/cpuinfo", "flags\t\t: fpu hypervisor\n");
    TestConsole nics = TestConsole.run(host.wiring(), "nics");
    assertThat(nics.exit()).isEqualTo(3);
    assertThat(nics.out())
        .startsWith("This is a guest, a virtual machine: what hangs is the host's NIC.\n")
        .contains("Run unhang there");
  }
}

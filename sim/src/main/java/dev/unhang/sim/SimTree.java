package dev.unhang.sim;

import java.util.List;

/// The files of the incident's hypervisor, as its report shows them.
final class SimTree {
  private static final String NET = "/sys/class/net/";

  private SimTree() {}

  static void fill(SimFiles files) {
    files.put(
        "/etc/network/interfaces",
        """
        auto lo
        iface lo inet loopback

        iface eno1 inet manual

        auto vmbr0
        iface vmbr0 inet dhcp
                bridge-ports eno1
                bridge-stp off
                bridge-fd 0
        """);
    files.put(
        "/etc/pve/qemu-server/100.conf",
        """
        cores: 4
        name: nas
        net0: virtio=BC:24:11:00:00:01,bridge=vmbr0,firewall=1
        """);
    files.put("/etc/pve/lxc/.keep", "");
    files.put("/proc/sys/kernel/hostname", "pve-02\n");
    files.put("/proc/sys/kernel/osrelease", "6.8.12-10-pve\n");
    files.put("/proc/self/environ", "");
    files.put("/proc/self/status", "PPid:\t0\n");
    files.put("/proc/self/mountinfo", "22 1 8:1 / / rw,relatime - ext4 /dev/sda1 rw\n");
    files.put("/proc/cpuinfo", "flags\t\t: fpu vme de pse tsc msr\n");
    files.put("/usr/share/ifupdown2/__main__.py", "");
    files.put("/usr/sbin/ethtool", "");
    files.link(
        "/etc/systemd/system/network-online.target.wants/networking.service",
        "/lib/systemd/system/networking.service");
    files.link(NET + "eno1/device", "../../../" + SimNic.PCI);
    files.put(NET + "eno1/device/vendor", "0x8086\n");
    files.put(NET + "eno1/device/device", "0x153a\n");
    files.put(NET + "eno1/queues/tx-0/tx_timeout", "0\n");
    files.put(NET + "eno1/queues/tx-0/byte_queue_limits/inflight", "0\n");
    files.put(NET + "eno1/queues/tx-0/byte_queue_limits/limit", "12112\n");
    pci(files);
    files.link(NET + "eno1/master", "../vmbr0");
    for (String other : List.of("lo", "vmbr0", "tap100i0", "fwbr100i0", "fwln100i0", "fwpr100p0")) {
      files.put(NET + other + "/mtu", "1500\n");
    }
    files.link(NET + "vmbr0/brif/eno1", "../../eno1/brport");
    files.link(NET + "vmbr0/brif/fwpr100p0", "../../fwpr100p0/brport");
    files.link(NET + "fwbr100i0/brif/fwln100i0", "../../fwln100i0/brport");
    files.link(NET + "fwbr100i0/brif/tap100i0", "../../tap100i0/brport");
  }

  /// Its configuration space is left out, as whoever is not root sees no capability of it.
  private static void pci(SimFiles files) {
    String nic = "/sys/bus/pci/devices/" + SimNic.PCI + "/";
    files.put(nic + "class", "0x020000\n");
    files.put(nic + "vendor", "0x8086\n");
    files.put(nic + "device", "0x153a\n");
    files.put(nic + "subsystem_vendor", "0x8086\n");
    files.put(nic + "subsystem_device", "0x153a\n");
    files.put(nic + "revision", "0x04\n");
    files.link(nic + "driver", "../../../bus/pci/drivers/e1000e");
  }
}

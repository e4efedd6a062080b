package dev.unhang.bench.suite;

import dev.unhang.bench.BenchBroken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// The disk of a made-up Proxmox VE host with as many stanzas as a large one has: VLANs with their
/// bridges, below one NIC.
final class MadeUpDisk {
  /// The NIC that all of it sits on.
  static final String NIC = "eno1";

  private static final int STANZAS = 200;

  private static final String BOOT =
      """
      [    0.000000] Linux version 6.8.12-4-pve (build@proxmox) (gcc) #1 SMP PREEMPT_DYNAMIC
      [    0.310000] pci 0000:00:1f.6: [8086:15b8] type 00 class 0x020000
      [    1.600000] e1000e 0000:00:1f.6 eth0: (PCI Express:2.5GT/s:Width x1) 00:00:5e:00:53:01
      [    1.700000] e1000e 0000:00:1f.6 eno1: renamed from eth0
      """;

  private MadeUpDisk() {}

  /// Makes it, anew where it is there.
  ///
  /// @param folder it is put into
  static Path make(Path folder) {
    Path root = folder.resolve("unhang-disk-of-" + STANZAS + "-stanzas");
    try {
      write(root, "etc/network/interfaces", interfaces());
      write(root, "var/log/kern.log", BOOT);
      write(root, "usr/share/ifupdown2/__main__.py", "");
      Path ethtool = write(root, "usr/sbin/ethtool", "#!/bin/sh\n");
      Files.setPosixFilePermissions(ethtool, PosixFilePermissions.fromString("rwxr-xr-x"));
      Path wants =
          Files.createDirectories(root.resolve("etc/systemd/system/network-online.target.wants"));
      Path enabled = wants.resolve("networking.service");
      Files.deleteIfExists(enabled);
      Files.createSymbolicLink(enabled, Path.of("/lib/systemd/system/networking.service"));
    } catch (IOException failed) {
      throw new BenchBroken("cannot make a disk to plan for", failed);
    }
    return root;
  }

  private static Path write(Path root, String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  /// lo, the NIC, and pairs of a VLAN and the bridge on it.
  private static String interfaces() {
    StringBuilder text = new StringBuilder("auto lo\niface lo inet loopback\n\n");
    text.append("auto ").append(NIC).append("\niface ").append(NIC).append(" inet manual\n");
    for (int id = 2; id <= STANZAS / 2; id++) {
      text.append("\nauto ").append(NIC).append('.').append(id);
      text.append("\niface ").append(NIC).append('.').append(id).append(" inet manual\n");
      text.append("\nauto vmbr").append(id).append("\niface vmbr").append(id);
      text.append(" inet manual\n\tbridge-ports ").append(NIC).append('.').append(id);
      text.append("\n\tbridge-stp off\n\tbridge-fd 0\n");
    }
    return text.toString();
  }
}

package dev.unhang.sim;

import dev.unhang.model.host.HostPath;

/// ifupdown2 at boot, simulated: it runs the one kind of line that matters here.
final class SimIfupdown {
  private static final HostPath INTERFACES = new HostPath("/etc/network/interfaces");

  private SimIfupdown() {}

  static void raise(SimFiles files, SimNic nic) {
    files
        .read(INTERFACES)
        .known()
        .ifPresent(content -> content.utf8().lines().forEach(line -> run(line.strip(), nic)));
  }

  private static void run(String line, SimNic nic) {
    if (line.startsWith("post-up ") && line.contains("-K $IFACE tso off")) {
      nic.set("tx-tcp-segmentation", false);
      nic.set("tx-tcp6-segmentation", false);
      nic.set("tx-tcp-mangleid-segmentation", false);
    }
  }
}

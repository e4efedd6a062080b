package dev.unhang.hosts.survey;

import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import java.util.Optional;

/// What kind of guest this machine is itself. A hang of the host's NIC leaves no trace in a guest.
///
/// Kernel: arch/x86/kernel/cpu/proc.c, show_cpuinfo() prints X86_FEATURE_HYPERVISOR (v6.1). Man:
/// systemd(1), /run/systemd/container
public final class GuestKind {
  private GuestKind() {}

  /// The kind, as systemd or the processor names it; empty where it is none or that was not read.
  public static Optional<String> of(HostView host) {
    Optional<String> container = SysfsValue.text(host, new HostPath("/run/systemd/container"));
    if (container.isPresent()) {
      return Optional.of("a container (" + container.get() + ")");
    }
    boolean virtual =
        SysfsValue.text(host, new HostPath("/proc/cpuinfo"))
            .filter(text -> text.lines().anyMatch(GuestKind::namesHypervisor))
            .isPresent();
    return virtual ? Optional.of("a virtual machine") : Optional.empty();
  }

  private static boolean namesHypervisor(String line) {
    return line.startsWith("flags") && (line + " ").contains(" hypervisor ");
  }
}

package dev.unhang.hosts.survey;

import dev.unhang.model.evidence.Content;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import dev.unhang.model.net.Machine;
import java.util.Optional;

/// What kind of machine the host is. Virtual ones often have no DMI.
///
/// Kernel: drivers/firmware/dmi-id.c, dmi_id_init_attr_table(); Documentation/admin-guide/sysctl/
/// kernel.rst, "osrelease" (v6.1)
public final class MachineSource {
  private static final HostPath DMI = new HostPath("/sys/class/dmi/id");

  private MachineSource() {}

  /// What tells of the machine; empty where nothing does.
  static Optional<Origin> origin(HostView host) {
    HostPath product = DMI.resolve("product_name");
    return switch (host.read(product)) {
      case Reading.Read<Content> read -> Optional.of(read.origin());
      case Reading.Partly<Content> partly -> Optional.of(partly.origin());
      case Reading.Absent<Content> absent -> Optional.empty();
      case Reading.Unreadable<Content> broken -> Optional.empty();
    };
  }

  /// What is told of it.
  public static Machine read(HostView host) {
    return new Machine(
        SysfsValue.text(host, new HostPath("/proc/sys/kernel/osrelease")),
        SysfsValue.text(host, DMI.resolve("sys_vendor")),
        SysfsValue.text(host, DMI.resolve("product_name")),
        SysfsValue.text(host, DMI.resolve("bios_version")),
        SysfsValue.text(host, DMI.resolve("bios_date")));
  }
}

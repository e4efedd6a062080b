package dev.unhang.diagnose.source;

import dev.unhang.model.facts.Machine;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;

/// What kind of machine the host is. Virtual ones often have no DMI.
///
/// Kernel: drivers/firmware/dmi-id.c, dmi_id_init_attr_table(); Documentation/admin-guide/sysctl/
/// kernel.rst, "osrelease" (v6.1)
public final class MachineSource {
  private static final HostPath DMI = new HostPath("/sys/class/dmi/id");

  private MachineSource() {}

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

package dev.unhang.model.log;

import java.util.Optional;

/// What a log tells of the machine it is of, by the kernel's first lines and by those above its
/// traces. Of several boots the last one that tells counts.
///
/// @param kernel release, as `uname -r` prints it
/// @param hypervisor whose guest it is, as the kernel calls it: `KVM`
/// @param hardware vendor, product and BIOS in one, as the kernel prints them. Not escaped
///
///   Kernel: init/version.c, linux_banner; arch/x86/kernel/cpu/hypervisor.c,
///   init_hypervisor_platform(); kernel/printk/printk.c, dump_stack_print_info() (v6.1)
public record LoggedMachine(
    Optional<String> kernel, Optional<String> hypervisor, Optional<String> hardware) {
  /// Nothing is told.
  public static final LoggedMachine UNTOLD =
      new LoggedMachine(Optional.empty(), Optional.empty(), Optional.empty());

  /// Makers of machines that are programs, as their DMI names them.
  private static final String PROGRAMS = "(?s)(QEMU|VMware|innotek GmbH|Xen|Bochs|Red Hat KVM).*";

  /// Whether it is a guest, by what the kernel says or by who made the machine.
  public boolean isGuest() {
    return hypervisor.isPresent() || hardware.filter(name -> name.matches(PROGRAMS)).isPresent();
  }

  /// The same with what another log tells, where that tells anything.
  public LoggedMachine or(LoggedMachine other) {
    return new LoggedMachine(
        kernel.or(other::kernel), hypervisor.or(other::hypervisor), hardware.or(other::hardware));
  }
}

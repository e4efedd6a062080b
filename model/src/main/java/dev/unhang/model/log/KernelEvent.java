package dev.unhang.model.log;

import dev.unhang.model.evidence.Place;
import dev.unhang.model.id.BootId;
import java.util.Optional;

/// Something a kernel log reports about NICs, or about the boot it belongs to.
public sealed interface KernelEvent {
  /// The boot, where the log says which.
  Optional<BootId> boot();

  /// When, by the log.
  LogStamp at();

  /// Where it stands.
  Place place();

  /// The line it was recognised by, as it stands there without its stamp.
  String text();

  /// One report of a Tx unit that no longer moves, complete, partial or header only.
  ///
  /// Kernel: drivers/net/ethernet/intel/e1000e/netdev.c, e1000_print_hw_hang() (v6.1)
  record HangReported(
      Optional<BootId> boot, LogStamp at, Place place, String text, LoggedNic nic, HangDump dump)
      implements KernelEvent {}

  /// The core's transmit watchdog fired.
  ///
  /// Kernel: net/sched/sch_generic.c, dev_watchdog() (v6.1)
  record WatchdogFired(
      Optional<BootId> boot,
      LogStamp at,
      Place place,
      String text,
      LoggedNic nic,
      QueueTimeout timeout)
      implements KernelEvent {}

  /// A driver says in its own words that a transmit queue stands still. Up to v6.7 the core says so
  /// once a boot; what follows is in such words only.
  ///
  /// Kernel: include/linux/netdevice.h, ndo_tx_timeout() (v6.1)
  record TransmitTimedOut(
      Optional<BootId> boot,
      LogStamp at,
      Place place,
      String text,
      LoggedNic nic,
      QueueTimeout timeout)
      implements KernelEvent {}

  /// The driver resets its adapter, and says so in the words "Reset adapter". In others it is
  /// [Noticed].
  ///
  /// Kernel: drivers/net/ethernet/intel/e1000e/netdev.c, e1000_reset_task() (v6.1)
  record AdapterReset(Optional<BootId> boot, LogStamp at, Place place, String text, LoggedNic nic)
      implements KernelEvent {}

  /// A network driver reports its link up or down.
  ///
  /// Kernel: drivers/net/ethernet/intel/e1000e/netdev.c, e1000_print_link_info() (v6.1)
  ///
  /// @param mode what it came up with; tells nothing where it went down
  record LinkChanged(
      Optional<BootId> boot,
      LogStamp at,
      Place place,
      String text,
      LoggedNic nic,
      boolean up,
      LinkMode mode)
      implements KernelEvent {}

  /// A driver, the bus or the IOMMU reports something else that is wrong with a NIC.
  ///
  /// Kernel: net/core/dev.c, __netdev_printk(); drivers/pci/pcie/aer.c, aer_print_error() (v6.1)
  record FaultReported(
      Optional<BootId> boot, LogStamp at, Place place, String text, LoggedNic nic, Fault fault)
      implements KernelEvent {}

  /// The kernel says something else of a NIC, or of the host, that tells what a hang is.
  ///
  /// Kernel: kernel/watchdog.c, watchdog_timer_fn(); drivers/pci/hotplug/pciehp_ctrl.c,
  /// pciehp_handle_presence_or_link_change() (v6.1)
  ///
  /// @param nic unnamed where the line speaks of the host
  record Noticed(
      Optional<BootId> boot, LogStamp at, Place place, String text, LoggedNic nic, Notice notice)
      implements KernelEvent {}

  /// An interface got another name.
  ///
  /// Kernel: net/core/dev.c, dev_change_name() (v6.1)
  ///
  /// @param nic by its new name
  /// @param from its old name
  record Renamed(
      Optional<BootId> boot, LogStamp at, Place place, String text, LoggedNic nic, String from)
      implements KernelEvent {}

  /// The cluster's watchdog no longer updates the hardware's: the host will be reset within
  /// seconds.
  ///
  /// Program: pve-ha-manager, src/watchdog-mux.c
  record FenceBegins(Optional<BootId> boot, LogStamp at, Place place, String text)
      implements KernelEvent {}

  /// The first lines of a boot.
  ///
  /// Kernel: init/main.c, start_kernel() prints linux_banner
  record BootBegins(Optional<BootId> boot, LogStamp at, Place place, String text)
      implements KernelEvent {}

  /// The machine is being shut down cleanly.
  ///
  /// Man: systemd-shutdown(8)
  record ShutdownBegins(Optional<BootId> boot, LogStamp at, Place place, String text)
      implements KernelEvent {}
}

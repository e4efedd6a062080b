package dev.unhang.model.net;

import java.util.Optional;

/// What only one kind of interface has.
///
/// Kernel: include/uapi/linux/if_link.h, IFLA_INFO_DATA (v6.1)
public sealed interface LinkDetails {
  /// A bridge.
  ///
  /// @param vlanFiltering whether it keeps VLANs apart by itself, which Proxmox VE calls VLAN-aware
  record Bridge(boolean vlanFiltering) implements LinkDetails {}

  /// A VLAN.
  ///
  /// @param id 0 to 4095
  record Vlan(int id) implements LinkDetails {}

  /// A bond. A NIC that hangs keeps its carrier: what looks at carriers only goes on sending to it.
  ///
  /// @param mode as the kernel spells it, `active-backup`, `802.3ad` …
  /// @param active index of the slave that sends; in modes that have one
  /// @param miimon milliseconds between looks at the slaves' carriers; 0 is never
  /// @param arpInterval milliseconds between ARP requests that slaves must see answered; 0 is never
  record Bond(String mode, Optional<Integer> active, int miimon, int arpInterval)
      implements LinkDetails {}
}

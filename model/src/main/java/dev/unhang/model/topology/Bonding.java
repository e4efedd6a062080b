package dev.unhang.model.topology;

import java.util.Optional;

/// How a bond uses its slaves. A NIC that hangs keeps its carrier: a bond that looks at carriers
/// only goes on sending to it.
///
/// @param mode as the kernel spells it, `active-backup`, `802.3ad` …
/// @param active the slave that sends, in modes that have one
/// @param arpMonitored whether slaves must see ARP requests answered
///
///   Kernel: Documentation/networking/bonding.rst, "mode", "arp_interval" (v6.1)
public record Bonding(String mode, Optional<String> active, boolean arpMonitored) {}

package dev.unhang.app.screen;

import dev.unhang.model.net.OffloadGroup;

/// What each group of offloads is, for a person.
///
/// Doc: Documentation/networking/segmentation-offloads.rst, checksum-offloads.rst. Kernel:
/// drivers/net/ethernet/intel/e1000e/netdev.c, e1000_set_features() (v6.1)
final class OffloadWords {
  private OffloadWords() {}

  static String of(OffloadGroup group) {
    return switch (group) {
      case TSO ->
          "the NIC cuts large TCP sends into packets itself. The transmit unit of several Intel"
              + " NICs stops under load with it on; off, the kernel cuts them (gso).";
      case GSO -> "the kernel cuts large sends into packets as late as it can.";
      case GRO ->
          "the kernel joins received packets of one stream. It concerns receiving, but what a"
              + " bridge forwards is cut again on the way out.";
      case SG -> "one packet may lie in several pieces of memory; without it tso and gso go too.";
      case TX -> "the NIC computes checksums of what it sends; without it tso goes too.";
      case RX -> "the NIC checks checksums of what it receives.";
      case RXVLAN -> "the NIC takes VLAN tags off received packets; txvlan follows it on e1000e.";
      case TXVLAN -> "the NIC puts VLAN tags on sent packets; it follows rxvlan on e1000e.";
      case LRO -> "the NIC joins received packets; bridges switch it off.";
      case NTUPLE -> "received packets are steered to queues by filters.";
      case RXHASH -> "the NIC gives each received packet a hash of its stream.";
    };
  }
}

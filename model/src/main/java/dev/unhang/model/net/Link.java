package dev.unhang.model.net;

import dev.unhang.model.id.InterfaceName;
import java.util.List;
import java.util.Optional;

/// A network interface as rtnetlink lists it. What the kernel left out of its answer is empty.
///
/// @param index `ifindex`: unlike the name it can't be taken over by another interface of this
///   boot; below 0 where the source prints none, to tell interfaces apart
/// @param alternativeNames up to 127 bytes each, in the kernel's order
/// @param counters in the kernel's order, since the driver was bound; empty where none were sent
///
///   Kernel: net/core/rtnetlink.c, rtnl_fill_ifinfo() (v6.1)
public record Link(
    int index,
    InterfaceName name,
    List<String> alternativeNames,
    Hardware hardware,
    State state,
    Stacking stacking,
    List<Counter> counters) {
  public Link {
    alternativeNames = List.copyOf(alternativeNames);
    counters = List.copyOf(counters);
  }

  /// What it is made of.
  ///
  /// @param address the MAC it uses, bytes in hex joined by colons
  /// @param permanentAddress the MAC it was made with
  /// @param bus its device's, `pci`; kernels before 5.14 don't say
  /// @param device its device on that bus: a PCI address on `pci`
  /// @param txQueues how many the driver asked for
  /// @param rxQueues how many the driver asked for
  public record Hardware(
      Optional<String> address,
      Optional<String> permanentAddress,
      Optional<String> bus,
      Optional<String> device,
      Optional<Integer> txQueues,
      Optional<Integer> rxQueues) {}

  /// How it is now.
  ///
  /// @param flags in the kernel's order
  /// @param operational RFC 2863, as `ip link` prints it: `UP`, `DOWN`, `LOWERLAYERDOWN` …
  /// @param mtu bytes
  /// @param carrier whether a link partner is heard
  /// @param carrierChanges how often that changed since the interface was made
  /// @param qdisc what queues packets before the driver
  public record State(
      List<LinkFlag> flags,
      Optional<String> operational,
      Optional<Integer> mtu,
      Optional<Boolean> carrier,
      Optional<Long> carrierChanges,
      Optional<String> qdisc) {
    public State {
      flags = List.copyOf(flags);
    }
  }

  /// What it sits on, and what it belongs to, by index.
  ///
  /// @param kind `bridge`, `bond`, `vlan`, `veth` …; empty for a NIC
  /// @param master the bridge or bond it is a port of
  /// @param lower what a VLAN or macvlan sits on; a veth's peer
  /// @param lowerIsElsewhere whether `lower` counts in another network namespace
  /// @param details of bridges, bonds and VLANs, where the kernel told them
  public record Stacking(
      Optional<String> kind,
      Optional<Integer> master,
      Optional<Integer> lower,
      boolean lowerIsElsewhere,
      Optional<LinkDetails> details) {
    /// Without details.
    public Stacking(
        Optional<String> kind,
        Optional<Integer> master,
        Optional<Integer> lower,
        boolean lowerIsElsewhere) {
      this(kind, master, lower, lowerIsElsewhere, Optional.empty());
    }
  }
}

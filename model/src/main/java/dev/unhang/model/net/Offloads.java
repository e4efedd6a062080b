package dev.unhang.model.net;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All features of one NIC, in the kernel's order.
public record Offloads(List<Offload> all) {
  public Offloads {
    all = List.copyOf(all);
  }

  /// The feature of that kernel name, where this kernel knows it.
  public Optional<Offload> named(String kernelName) {
    return all.stream().filter(offload -> offload.name().equals(kernelName)).findFirst();
  }

  /// The members of a group that this kernel knows.
  public List<Offload> members(OffloadGroup group) {
    return all.stream().filter(offload -> group.matches(offload.name())).toList();
  }

  /// Whether any member is on, which is what ethtool prints for the group; empty where this kernel
  /// knows no member.
  public Optional<Boolean> isOn(OffloadGroup group) {
    List<Offload> members = members(group);
    return members.isEmpty()
        ? Optional.empty()
        : Optional.of(members.stream().anyMatch(Offload::active));
  }

  /// Whether any member that is on could be switched off.
  public boolean canTurnOff(OffloadGroup group) {
    return members(group).stream().anyMatch(member -> member.active() && member.changeable());
  }

  /// By name, for comparisons.
  public Map<String, Offload> byName() {
    Map<String, Offload> map = new LinkedHashMap<>();
    for (Offload offload : all) {
      map.put(offload.name(), offload);
    }
    return map;
  }
}

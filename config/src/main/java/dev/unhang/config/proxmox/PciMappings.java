package dev.unhang.config.proxmox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The cluster's names for PCI devices, /etc/pve/mapping/pci.cfg: under a name a line for each node
/// that has such a device.
///
/// ```
/// secondNic
///     map id=8086:15b8,node=pve,path=0000:02:00.0,subsystem-id=1043:8672
/// ```
///
/// Proxmox VE 8: pve-guest-common, PVE/Mapping/PCI.pm
///
/// @param devices by name; of each the node that has it and its addresses
public record PciMappings(Map<String, List<OnNode>> devices) {
  private static final int MAX_LINES = 10_000;

  public PciMappings {
    devices = Map.copyOf(devices);
  }

  /// What one node has under a name.
  public record OnNode(String node, List<String> devices) {
    public OnNode {
      devices = List.copyOf(devices);
    }
  }

  /// Reads a file. Lines that make no sense are passed over.
  public static PciMappings parse(String text) {
    Map<String, List<OnNode>> all = new HashMap<>();
    String name = "";
    for (String line : text.lines().limit(MAX_LINES).toList()) {
      String stripped = line.strip();
      boolean isInner = !line.isEmpty() && Character.isWhitespace(line.charAt(0));
      if (!isInner && !stripped.isEmpty() && !stripped.startsWith("#")) {
        name = stripped.endsWith(":") ? stripped.substring(0, stripped.length() - 1) : stripped;
      } else if (isInner && stripped.startsWith("map ") && !name.isEmpty()) {
        onNode(
            stripped.substring("map ".length()),
            all.computeIfAbsent(name, none -> new ArrayList<>()));
      }
    }
    return new PciMappings(all);
  }

  private static void onNode(String value, List<OnNode> found) {
    String node = "";
    String path = "";
    for (String property : value.split(",", -1)) {
      int equals = property.indexOf('=');
      String key = equals < 0 ? "" : property.substring(0, equals).strip();
      String of = property.substring(equals + 1).strip();
      node = key.equals("node") ? of : node;
      path = key.equals("path") ? of : path;
    }
    found.add(new OnNode(node, HostPci.devices(path)));
  }

  /// The devices of a name on a node; on all nodes where this one's name is not known.
  public List<String> of(String name, Optional<String> node) {
    return devices.getOrDefault(name, List.of()).stream()
        .filter(each -> node.map(each.node()::equals).orElse(true))
        .flatMap(each -> each.devices().stream())
        .toList();
  }
}

package dev.unhang.fleet.inventory;

import dev.unhang.config.corosync.CorosyncConf;
import dev.unhang.fleet.inventory.YamlNodes.Field;
import dev.unhang.model.evidence.Origin;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.nodes.Node;

/// The nodes of a Proxmox VE cluster: what pmxcfs says of its members, or corosync's configuration.
/// A node is reached as root, by its address, and its key is known by its name.
///
/// Man: pmxcfs(8), ".members"; corosync.conf(5), "nodelist"
final class ClusterMembers {
  private static final String ROOT = "root";
  private static final String NODE_LIST = "nodelist";
  private static final String HINT = "name the hosts instead: unhang fleet scan HOST,HOST";

  private ClusterMembers() {}

  /// `/etc/pve/.members`: JSON.
  static Inventory members(Origin origin, String text) {
    YamlNodes nodes = new YamlNodes(origin);
    Node document = nodes.read(text).orElseThrow(() -> nodes.nothing("it is empty", HINT));
    Field list =
        nodes.fields(document, "the members").stream()
            .filter(field -> field.key().equals(NODE_LIST))
            .findFirst()
            .orElseThrow(() -> nodes.nothing("this node is in no cluster", HINT));
    List<FleetHost> hosts = new ArrayList<>();
    for (Field node : nodes.fields(list.value(), NODE_LIST)) {
      Optional<String> address =
          nodes.fields(node.value(), "a node").stream()
              .filter(field -> field.key().equals("ip"))
              .findFirst()
              .flatMap(field -> nodes.text(field.value()));
      hosts.add(node(node.key(), address.orElse(node.key()), node.spot()));
    }
    return new Inventory(hosts, List.of(), List.of());
  }

  /// corosync.conf. A node without an address is reached by its name.
  static Inventory corosync(Origin origin, String text) {
    Map<String, FleetHost> hosts = new TreeMap<>();
    Spot top = new Spot(origin, 1, 1);
    Set<String> seen = new HashSet<>();
    for (CorosyncConf.Node node : CorosyncConf.parse(text).nodes()) {
      Optional<String> address = node.links().values().stream().findFirst();
      String name = node.name().or(() -> address).orElse("");
      if (seen.add(name)) {
        hosts.put(name, node(name, address.orElse(name), top));
      }
    }
    if (hosts.isEmpty()) {
      throw top.wrong("it names no node", HINT);
    }
    return new Inventory(List.copyOf(hosts.values()), List.of(), List.of());
  }

  private static FleetHost node(String name, String address, Spot spot) {
    Optional<SshAddress> known = SshAddress.parse(name);
    Optional<SshAddress> reached = SshAddress.parse(address);
    if (known.isEmpty() || reached.isEmpty()) {
      throw spot.wrong("'" + name + "' at '" + address + "' is no node", SshAddress.FORM);
    }
    return new FleetHost(
        name,
        reached.get().or(Optional.of(ROOT), Optional.empty()),
        Optional.of(known.get().host()));
  }
}

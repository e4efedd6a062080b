package dev.unhang.fleet.inventory;

import dev.unhang.fleet.inventory.GroupTree.Group;
import dev.unhang.fleet.inventory.GroupTree.Owner;
import dev.unhang.fleet.inventory.YamlNodes.Field;
import dev.unhang.model.evidence.Origin;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.Node;

/// Ansible's inventory in YAML: groups with `hosts`, `vars` and `children`.
///
/// Ansible: ansible.builtin.yaml inventory
final class YamlInventory {
  private static final int DEEPEST = 64;
  private static final String META = "_meta";

  private final YamlNodes nodes;
  private final GroupTree tree;
  private final Set<String> unknown = new HashSet<>();

  private YamlInventory(Origin origin) {
    nodes = new YamlNodes(origin);
    tree = new GroupTree(nodes.top());
  }

  /// Reads all of it. Throws Malformed at what makes no sense.
  static Inventory read(Origin origin, String text) {
    YamlInventory reader = new YamlInventory(origin);
    Optional<Node> document = reader.nodes.read(text);
    if (document.isPresent()) {
      for (Field group : reader.nodes.fields(document.get(), "the inventory")) {
        if (group.key().equals(META)) {
          throw group
              .spot()
              .wrong("this is what ansible-inventory prints as JSON", "add --yaml to it");
        }
        reader.group(group, 0);
      }
    }
    return reader.tree.inventory();
  }

  private Group group(Field field, int depth) {
    if (depth > DEEPEST) {
      throw field.spot().wrong("groups are nested too deep", "an inventory is a few levels deep");
    }
    Group group = tree.group(field.key(), field.spot());
    for (Field part : nodes.fields(field.value(), "the group " + field.key())) {
      switch (part.key()) {
        case "hosts" -> hosts(part, group);
        case "vars" -> variables(part.value(), group);
        case "children" -> {
          for (Field child : nodes.fields(part.value(), "children")) {
            GroupTree.child(group, group(child, depth + 1), child.spot());
          }
        }
        default -> unknown(part, field.key());
      }
    }
    return group;
  }

  /// A host that stands where a group's parts do would be lost silently.
  private void unknown(Field part, String group) {
    if (unknown.add(part.key())) {
      throw part.spot()
          .wrong(
              "the group " + group + " has a part " + part.key(),
              "a group has hosts, vars and children; hosts stand below hosts:");
    }
  }

  private void hosts(Field part, Group group) {
    Optional<String> one = nodes.text(part.value());
    if (one.isPresent()) {
      HostRange.expand(
          one.get(),
          nodes.spot(part.value()),
          name -> tree.host(name, group, nodes.spot(part.value())));
      return;
    }
    for (Field host : nodes.fields(part.value(), "hosts")) {
      HostRange.expand(
          host.key(),
          host.spot(),
          name -> variables(host.value(), tree.host(name, group, host.spot())));
    }
  }

  private void variables(Node node, Owner owner) {
    for (Field variable : nodes.fields(node, "variables")) {
      nodes
          .text(variable.value())
          .ifPresentOrElse(
              text -> tree.set(owner, variable.key(), text, nodes.spot(variable.value())),
              () -> {
                if (Variable.named(variable.key()).isPresent()
                    && !nodes.isNothing(variable.value())) {
                  throw variable.spot().wrong(variable.key() + " is no text", "give it a value");
                }
              });
    }
  }
}

package dev.unhang.fleet.inventory;

import dev.unhang.model.evidence.Trouble;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Hosts and groups of an Ansible inventory, whatever it was written in, and what holds for each
/// host: its own variables, else those of the deepest of its groups, of equally deep ones the last
/// by name.
///
/// Ansible: "How to build your inventory", "How variables are merged"
final class GroupTree {
  /// The group of all hosts.
  static final String ALL = "all";

  private static final int MAX_GROUPS = 100_000;
  private static final int MAX_NAMED = 50;

  private final Map<String, Group> groups = new LinkedHashMap<>();
  private final Map<String, Host> hosts = new LinkedHashMap<>();
  private final Map<String, Trouble> notUsed = new LinkedHashMap<>();
  private final Group all;

  GroupTree(Spot top) {
    all = group(ALL, top);
  }

  /// A value and where it was given.
  record Setting(String value, Spot spot) {}

  /// What has variables.
  static class Owner {
    final Spot spot;
    final Map<Variable, Setting> settings = new EnumMap<>(Variable.class);

    Owner(Spot spot) {
      this.spot = spot;
    }
  }

  /// A host.
  static final class Host extends Owner {
    final List<Group> groups = new ArrayList<>(1);

    Host(Spot spot) {
      super(spot);
    }
  }

  /// A group. What it has of its ancestors is known once all is read.
  static final class Group extends Owner {
    final String name;
    final Map<String, Group> parents = new LinkedHashMap<>();
    final Map<String, Spot> children = new LinkedHashMap<>();
    final Map<Variable, Winner> winners = new EnumMap<>(Variable.class);
    int depth;

    Group(String name, Spot spot) {
      super(spot);
      this.name = name;
    }
  }

  /// The group whose value counts among several.
  record Winner(int depth, String group, Setting setting) {
    static Winner deeper(Winner one, Winner other) {
      int order = Integer.compare(one.depth, other.depth);
      return (order != 0 ? order : one.group.compareTo(other.group)) >= 0 ? one : other;
    }
  }

  /// The group of that name, made where it is new.
  Group group(String name, Spot spot) {
    Group known = groups.get(name);
    if (known != null) {
      return known;
    }
    if (groups.size() == MAX_GROUPS) {
      throw spot.wrong("there are more than " + MAX_GROUPS + " groups", "name a part of them");
    }
    Group made = new Group(name, spot);
    groups.put(name, made);
    return made;
  }

  /// Whether a group of that name was named.
  boolean hasGroup(String name) {
    return groups.containsKey(name);
  }

  /// The host of that name in a group.
  Host host(String name, Group group, Spot spot) {
    Host host = hosts.get(name);
    if (host == null) {
      if (hosts.size() == Inventory.MAX_HOSTS) {
        throw spot.wrong("there are more than " + Inventory.MAX_HOSTS + " hosts", "name a part");
      }
      host = new Host(spot);
      hosts.put(name, host);
    }
    if (host.groups.isEmpty() || host.groups.getLast() != group) {
      host.groups.add(group);
    }
    return host;
  }

  /// Puts one group into another.
  static void child(Group parent, Group child, Spot spot) {
    parent.children.putIfAbsent(child.name, spot);
    child.parents.putIfAbsent(parent.name, parent);
  }

  /// Sets a variable, or remembers that it is not used. Throws Malformed for a template.
  void set(Owner owner, String name, String value, Spot spot) {
    Optional<Variable> used = Variable.named(name);
    if (used.isEmpty()) {
      if (Variable.isMissed(name) && notUsed.size() < MAX_NAMED) {
        notUsed.putIfAbsent(
            name, spot.trouble(name + " is not used: say it in ssh_config, which ssh reads"));
      }
      return;
    }
    if (value.contains("{{")) {
      throw spot.wrong(
          name + " is a template, which only Ansible can fill in",
          "ansible-inventory --list --yaml > hosts.yml, and name that file");
    }
    owner.settings.put(used.get(), new Setting(value, spot));
  }

  /// All that was read. Throws Malformed where groups hold each other, or a value is none.
  Inventory inventory() {
    inherit();
    List<FleetHost> reachable = new ArrayList<>(hosts.size());
    List<Trouble> leftOut = new ArrayList<>();
    hosts.forEach((name, host) -> {
      Optional<Setting> connection = setting(host, Variable.CONNECTION);
      if (connection.filter(way -> !Variable.isSsh(way.value())).isPresent()) {
        leftOut.add(
            host.spot.trouble(name + " is reached by " + connection.get().value() + ", not ssh"));
      } else {
        reachable.add(reachable(name, host));
      }
    });
    return new Inventory(reachable, leftOut, List.copyOf(notUsed.values()));
  }

  private FleetHost reachable(String name, Host host) {
    Optional<Setting> told = setting(host, Variable.ADDRESS);
    String text = told.map(Setting::value).orElse(name);
    Spot spot = told.map(Setting::spot).orElse(host.spot);
    SshAddress address =
        SshAddress.parse(text)
            .orElseThrow(
                () -> spot.wrong("'" + text + "' is no address of a host", SshAddress.FORM));
    return new FleetHost(name, address.or(user(host), port(host)));
  }

  private Optional<String> user(Host host) {
    Optional<Setting> user = setting(host, Variable.USER);
    user.filter(each -> !SshAddress.isUser(each.value()))
        .ifPresent(each -> {
          throw each.spot().wrong("'" + each.value() + "' is no name of a user", SshAddress.FORM);
        });
    return user.map(Setting::value);
  }

  private Optional<Integer> port(Host host) {
    return setting(host, Variable.PORT)
        .map(each ->
            SshAddress.port(each.value())
                .orElseThrow(() ->
                    each.spot()
                        .wrong("'" + each.value() + "' is no port", "a number from 1 to 65535")));
  }

  private Optional<Setting> setting(Host host, Variable variable) {
    Setting own = host.settings.get(variable);
    if (own != null) {
      return Optional.of(own);
    }
    Optional<Winner> best = Optional.ofNullable(all.winners.get(variable));
    for (Group group : host.groups) {
      Winner other = group.winners.get(variable);
      if (other != null) {
        best = Optional.of(best.map(one -> Winner.deeper(one, other)).orElse(other));
      }
    }
    return best.map(Winner::setting);
  }

  /// Parents before their children: each group is looked at once.
  private void inherit() {
    Map<Group, Integer> waiting = new LinkedHashMap<>();
    Deque<Group> ready = new ArrayDeque<>();
    for (Group group : groups.values()) {
      if (group != all && group.parents.isEmpty()) {
        child(all, group, group.spot);
      }
      waiting.put(group, group.parents.size());
      if (group.parents.isEmpty()) {
        ready.add(group);
      }
    }
    int done = 0;
    while (!ready.isEmpty()) {
      Group group = ready.remove();
      done++;
      group.settings.forEach((variable, setting) ->
          group.winners.put(variable, new Winner(group.depth, group.name, setting)));
      group.children.forEach((name, spot) -> {
        Group child = group(name, spot);
        child.depth = Math.max(child.depth, group.depth + 1);
        group.winners.forEach(
            (variable, winner) -> child.winners.merge(variable, winner, Winner::deeper));
        int left = waiting.merge(child, -1, Integer::sum);
        if (left == 0) {
          ready.add(child);
        }
      });
    }
    if (done < groups.size()) {
      throw circle(waiting);
    }
  }

  private static RuntimeException circle(Map<Group, Integer> waiting) {
    for (Map.Entry<Group, Integer> each : waiting.entrySet()) {
      Group group = each.getKey();
      if (each.getValue() > 0 && !group.children.isEmpty()) {
        Spot spot = group.children.values().iterator().next();
        return spot.wrong(
            "the group " + group.name + " is in itself, by way of its children",
            "take one of them out of the other");
      }
    }
    throw new IllegalStateException("groups that wait for none");
  }
}

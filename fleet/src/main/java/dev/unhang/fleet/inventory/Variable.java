package dev.unhang.fleet.inventory;

import java.util.List;
import java.util.Optional;

/// Variables of an Ansible inventory that say how a host is reached.
///
/// Ansible: "How to build your inventory", "Connecting to hosts: behavioral inventory parameters"
@SuppressWarnings("ImmutableEnumChecker")
enum Variable {
  ADDRESS("ansible_host", "ansible_ssh_host"),
  PORT("ansible_port", "ansible_ssh_port"),
  USER("ansible_user", "ansible_ssh_user"),
  CONNECTION("ansible_connection");

  /// How names begin of variables that change how a host is reached, beside those that are used.
  private static final List<String> OF_CONNECTIONS =
      List.of("ansible_ssh_", "ansible_become", "ansible_password", "ansible_group_priority");

  /// Connections that are ssh.
  private static final List<String> SSH = List.of("ssh", "smart", "paramiko", "paramiko_ssh");

  private final List<String> names;

  Variable(String... names) {
    this.names = List.of(names);
  }

  /// The variable of that name that is used; empty for all others.
  static Optional<Variable> named(String name) {
    for (Variable variable : values()) {
      if (variable.names.contains(name)) {
        return Optional.of(variable);
      }
    }
    return Optional.empty();
  }

  /// Whether leaving it out may change how a host is reached.
  static boolean isMissed(String name) {
    return OF_CONNECTIONS.stream().anyMatch(name::startsWith);
  }

  /// Whether a connection of that name is made by ssh.
  static boolean isSsh(String connection) {
    return SSH.contains(connection);
  }
}

package dev.unhang.fleet.inventory;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Whom ssh is to reach: `[user@]host[:port]`, with `ssh://` before it or not. A name may be one
/// that only the person's ssh_config knows.
///
/// No part of it can be taken for an option, and none holds a character that a shell or a terminal
/// obeys.
///
/// @param host a name, or an IP address without its brackets
/// @param port from 1 to 65535; empty where ssh decides
///
///   Man: ssh(1)
public record SshAddress(Optional<String> user, String host, Optional<Integer> port) {
  private static final String USER = "[A-Za-z0-9_][A-Za-z0-9_.@-]{0,63}";
  private static final String NAME = "[A-Za-z0-9_][A-Za-z0-9_.-]{0,252}";
  private static final String SIX = "[0-9A-Fa-f:.]{2,45}(?:%[A-Za-z0-9_.-]{1,15})?";

  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?:ssh://)?(?:(?<user>"
              + USER
              + ")@)?(?:(?<name>"
              + NAME
              + ")|\\[(?<six>"
              + SIX
              + ")\\])(?::(?<port>[0-9]{1,5}))?/?");

  /// Without brackets, which only a port needs.
  private static final Pattern BARE_SIX =
      Pattern.compile("(?:(?<user>" + USER + ")@)?(?<six>[0-9A-Fa-f.]{0,4}:" + SIX + ")");

  private static final int MAX_PORT = 65_535;

  /// What an address may be made of, for a person.
  public static final String FORM =
      "a name has letters, digits, '.', '-' and '_', and does not begin with '-'";

  /// Takes it apart; empty where it is no address.
  public static Optional<SshAddress> parse(String text) {
    Matcher bare = BARE_SIX.matcher(text);
    if (bare.matches()) {
      return Optional.of(
          new SshAddress(
              Optional.ofNullable(bare.group("user")), bare.group("six"), Optional.empty()));
    }
    Matcher address = ADDRESS.matcher(text);
    if (!address.matches()) {
      return Optional.empty();
    }
    Optional<String> digits = Optional.ofNullable(address.group("port"));
    Optional<Integer> port = digits.flatMap(SshAddress::port);
    if (digits.isPresent() && port.isEmpty()) {
      return Optional.empty();
    }
    String host = Optional.ofNullable(address.group("name")).orElseGet(() -> address.group("six"));
    return Optional.of(new SshAddress(Optional.ofNullable(address.group("user")), host, port));
  }

  /// A port's number; empty where it is none.
  static Optional<Integer> port(String digits) {
    return digits.matches("[0-9]{1,5}")
        ? Optional.of(Integer.valueOf(digits)).filter(port -> port > 0 && port <= MAX_PORT)
        : Optional.empty();
  }

  /// Whether a user may be called so.
  static boolean isUser(String name) {
    return name.matches(USER);
  }

  /// The same with another user or port, where this one names none.
  SshAddress or(Optional<String> otherUser, Optional<Integer> otherPort) {
    return new SshAddress(user.or(() -> otherUser), host, port.or(() -> otherPort));
  }
}

package dev.unhang.hosts.outputs;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A shell's prompt and what was typed behind it.
///
/// ```
/// root@pve:~# ethtool -k eno1
/// [maja@m920q:~]$ lspci | grep -i eth
/// # ip -details address
/// ```
///
/// @param host that the prompt names
/// @param command as typed; may be empty
record Prompt(Optional<String> host, String command) {
  private static final int MAX = 1000;

  private static final Pattern NAMED =
      Pattern.compile(
          "\\[?[\\w.-]{1,40}@([A-Za-z0-9][\\w.-]{0,62})[: ]?[^#$%>\\]]{0,200}\\]?[#$%>](?: (.*))?");

  /// A bare `#` or `$` is a prompt only before a command that is known.
  private static final Pattern BARE = Pattern.compile("[#$] (.+)");

  /// A command whose prompt was not copied: with an option or an object, as prose has none.
  private static final Pattern COPIED =
      Pattern.compile(
          "(?:sudo )?(?:/\\S{1,40}/)?(?:ethtool (?:-[A-Za-z]|--show-\\S+) \\S+|lspci(?:"
              + " -\\S+){0,5}(?: ?\\|.*)?|ip(?: -\\S+){0,5} (?:a|addr|address|l|link|r|route)(?:"
              + " .*)?|dmidecode(?: -\\S+.*)?|cat /proc/net/dev)");

  private static boolean isKnown(String command) {
    return OutputCommand.of(command).isPresent() || PastedFile.printedBy(command).isPresent();
  }

  static Optional<Prompt> of(String line) {
    if (line.length() > MAX) {
      return Optional.empty();
    }
    Matcher named = NAMED.matcher(line);
    if (named.matches()) {
      String command = named.group(2);
      return Optional.of(
          new Prompt(Optional.of(named.group(1)), command == null ? "" : command.strip()));
    }
    if (COPIED.matcher(line).matches() && OutputCommand.of(line).isPresent()) {
      return Optional.of(new Prompt(Optional.empty(), line.strip()));
    }
    Matcher bare = BARE.matcher(line);
    return bare.matches() && isKnown(bare.group(1))
        ? Optional.of(new Prompt(Optional.empty(), bare.group(1).strip()))
        : Optional.empty();
  }
}

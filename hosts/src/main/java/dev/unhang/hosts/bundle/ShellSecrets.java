package dev.unhang.hosts.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Commands of interfaces(5) and scripts, in which anything may be secret. Commands that set up a
/// network stay; of others the program stays, since what runs when a NIC is raised is evidence, and
/// its arguments go.
///
/// Man: interfaces(5), "up"; ip-xfrm(8); ip-macsec(8)
final class ShellSecrets {
  private static final Pattern HOOK =
      Pattern.compile(
          "([ \\t#]{0,80}(?:up|down|(?:pre|post)-(?:up|down)|ifupdown-\\S{1,40})[ \\t]{1,80})(.*)");

  /// Names of options whose value is a secret, or tells one.
  private static final Pattern SETTING =
      Pattern.compile(
          "(?i)([ \\t#]{0,80}(?:[\\w.-]{0,40}"
              + SecretWords.NAMES
              + "[\\w.-]{0,40}|wpa-(?!driver|conf|ssid|roam)[\\w-]{1,40}|[\\w-]{0,40}key\\d?"
              + "|[\\w-]{0,40}[-_]?pin))(?:[ \\t]{0,20}[:= \\t]).*");

  private static final Set<String> OF_THE_NETWORK =
      Set.of(
          "[",
          "arping",
          "brctl",
          "bridge",
          "dhclient",
          "ethtool",
          "false",
          "ifconfig",
          "ifdown",
          "ifenslave",
          "ifup",
          "ip",
          "ip6tables",
          "iptables",
          "mii-tool",
          "modprobe",
          "nft",
          "ovs-vsctl",
          "route",
          "service",
          "setpci",
          "sleep",
          "sysctl",
          "systemctl",
          "tc",
          "test",
          "true",
          "vconfig");

  /// Whole families of subcommands that take keys.
  private static final Pattern TAKES_KEYS =
      Pattern.compile("(?:^|\\s)(?:xfrm|x|macsec|l2tp|ioam|wireguard)(?:\\s|$)");

  private static final Pattern TO_THE_KERNEL =
      Pattern.compile(
          "\\s*echo\\s+[\"']?-?[\\w.-]{1,16}[\"']?\\s*>{1,2}\\s*/(?:proc|sys)/[\\w./$@{}:-]+\\s*");

  /// `LANG=C`, `sudo`, `exec` before the program.
  private static final Pattern BEFORE =
      Pattern.compile("\\s*(?:(?:sudo|exec|nohup|!|if|then|else|do|\\(|\\{|-)\\s+)*");

  private static final Pattern ASSIGNED = Pattern.compile("(\\s*\\w{1,60}=)[^\\s]{1,1000}");

  private static final Pattern ETHTOOL = Pattern.compile("\\bethtool\\b");

  /// Of a line that is left out, what tells whom it is about and which script it runs.
  private static final Pattern NAMED =
      Pattern.compile(
          "\\$\\{?\\w{1,40}\\}?|(?<![\\w./])(?:/(?:usr/local|opt|root|etc|home|srv|var/lib)/[\\w./@+-]{1,200}"
              + "|(?:en|eth|wl|vmbr|bond|br)[\\w.]{1,13})(?![\\w/])");

  private ShellSecrets() {}

  /// interfaces(5), or a file it sources.
  static String ofInterfaces(String text) {
    StringJoiner kept = new StringJoiner("\n");
    boolean goesOn = false;
    boolean isHook = false;
    boolean isGone = false;
    for (String line : text.split("\n", -1)) {
      Matcher hook = HOOK.matcher(line);
      String seen;
      if (goesOn && isGone) {
        seen = Secrets.REMOVED + (line.endsWith("\\") ? " \\" : "");
      } else if (goesOn && isHook) {
        seen = commands(line);
      } else if (hook.matches()) {
        isHook = true;
        seen = hook.group(1) + commands(hook.group(2));
      } else {
        isHook = false;
        Matcher setting = SETTING.matcher(line);
        seen = setting.matches() ? setting.group(1) + " " + Secrets.REMOVED : line;
      }
      goesOn = line.endsWith("\\");
      isGone = goesOn && !seen.endsWith("\\");
      kept.add(isGone ? seen + " \\" : seen);
      isGone |= goesOn && seen.contains(Secrets.REMOVED);
    }
    return SecretWords.without(kept.toString());
  }

  /// A script: its lines with ethtool, and of the others what they name.
  static String ofScript(String text) {
    StringJoiner kept = new StringJoiner("\n");
    for (String line : text.split("\n", -1)) {
      if (line.isBlank() || line.startsWith("#!") || ETHTOOL.matcher(line).find()) {
        kept.add(line);
      } else {
        StringJoiner names = new StringJoiner(" ");
        names.add("# " + Secrets.REMOVED);
        NAMED.matcher(line).results().forEach(found -> names.add(found.group()));
        kept.add(names.toString());
      }
    }
    return SecretWords.without(kept.toString());
  }

  private static String commands(String line) {
    StringBuilder kept = new StringBuilder();
    for (String part : parts(line)) {
      kept.append(isSeparator(part) ? part : command(part));
    }
    return kept.toString();
  }

  private static boolean isSeparator(String part) {
    return !part.isEmpty() && part.chars().allMatch(c -> ";|&".indexOf(c) >= 0);
  }

  private static String command(String part) {
    if (part.isBlank() || TO_THE_KERNEL.matcher(part).matches()) {
      return part;
    }
    Matcher before = BEFORE.matcher(part);
    int at = before.lookingAt() ? before.end() : 0;
    StringBuilder kept = new StringBuilder(part.substring(0, at));
    Matcher assigned = ASSIGNED.matcher(part).region(at, part.length());
    while (assigned.lookingAt()) {
      kept.append(assigned.group(1)).append(Secrets.REMOVED);
      at = assigned.end();
      assigned.region(at, part.length());
    }
    String rest = part.substring(at);
    String stripped = rest.strip();
    String program = stripped.split("\\s", 2)[0];
    String name = program.substring(program.lastIndexOf('/') + 1);
    boolean stays =
        ETHTOOL.matcher(rest).find()
            || OF_THE_NETWORK.contains(name) && !TAKES_KEYS.matcher(rest).find();
    if (stays || stripped.length() == program.length()) {
      return kept.append(rest).toString();
    }
    return kept.append(rest, 0, rest.indexOf(program) + program.length())
        .append(' ')
        .append(Secrets.REMOVED)
        .append(Character.isWhitespace(rest.charAt(rest.length() - 1)) ? " " : "")
        .toString();
  }

  /// Commands and what is between them. What is quoted is of one piece.
  private static List<String> parts(String line) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    char quote = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean separates = quote == 0 && ";|&".indexOf(c) >= 0;
      boolean wasSeparator = !part.isEmpty() && ";|&".indexOf(part.charAt(0)) >= 0 && quote == 0;
      if (!part.isEmpty() && separates != wasSeparator) {
        parts.add(part.toString());
        part.setLength(0);
      }
      part.append(c);
      quote = quote == c ? 0 : quote == 0 && (c == '\'' || c == '"') ? c : quote;
    }
    parts.add(part.toString());
    return parts;
  }
}

package dev.unhang.config.interfaces;

import dev.unhang.model.facts.OffloadGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What an option of a stanza switches on a NIC: a command line that calls ethtool, ifupdown2's
/// `tso-offload`, Debian ethtool's `offload-tso`.
///
/// Man: ethtool(8), "-K --features --offload"; ifupdown2: addons/ethtool.py; Debian ethtool:
/// /etc/network/if-up.d/ethtool
public final class OffloadLines {
  private static final Set<String> COMMAND_OPTIONS =
      Set.of("post-up", "up", "pre-up", "post-pre-up");
  private static final Set<String> SWITCHES = Set.of("-K", "--features", "--offload");
  private static final Pattern KEY =
      Pattern.compile("(?:(?<addon>[a-z]+)-offload|offload-(?<debian>[a-z0-9]+))");

  private static final Pattern COMMENT = Pattern.compile("(^|\\s)#.*$");

  private OffloadLines() {}

  /// A group and the value the line gives it.
  public record Switch(OffloadGroup group, boolean on) {}

  /// The switches of an option that concern a NIC; empty for any other option.
  ///
  /// @param owner the interface whose stanza the option is in
  public static List<Switch> of(Option option, String owner, String nic) {
    if (COMMAND_OPTIONS.contains(option.name())) {
      return commands(option.value(), owner, nic);
    }
    Matcher key = KEY.matcher(option.name().replace('_', '-'));
    if (!key.matches() || !owner.equals(nic)) {
      return List.of();
    }
    String name = key.group("addon") != null ? key.group("addon") : key.group("debian");
    return OffloadGroup.named(name)
        .flatMap(group -> value(option.value()).map(on -> List.of(new Switch(group, on))))
        .orElse(List.of());
  }

  /// The option is handed to the shell: commands are joined by `;` and `&&`, a `#` ends the line.
  private static List<Switch> commands(String line, String owner, String nic) {
    List<Switch> switches = new ArrayList<>();
    for (String command : COMMENT.matcher(line).replaceFirst("").split("[;&|]+")) {
      switches.addAll(command(command.strip(), owner, nic));
    }
    return switches;
  }

  private static List<Switch> command(String line, String owner, String nic) {
    String[] words = line.split("\\s+");
    if (words.length < 5
        || !(words[0].equals("ethtool") || words[0].endsWith("/ethtool"))
        || !SWITCHES.contains(words[1])
        || !device(words[2], owner).equals(nic)) {
      return List.of();
    }
    List<Switch> switches = new ArrayList<>();
    for (int i = 3; i + 1 < words.length; i += 2) {
      Optional<OffloadGroup> group = OffloadGroup.named(words[i]);
      Optional<Boolean> on = value(words[i + 1]);
      if (group.isPresent() && on.isPresent()) {
        switches.add(new Switch(group.get(), on.get()));
      }
    }
    return switches;
  }

  private static String device(String word, String owner) {
    String bare = word.replace("\"", "");
    return bare.equals("$IFACE") || bare.equals("${IFACE}") ? owner : bare;
  }

  private static Optional<Boolean> value(String word) {
    return switch (word) {
      case "on", "yes" -> Optional.of(true);
      case "off", "no" -> Optional.of(false);
      default -> Optional.empty();
    };
  }
}

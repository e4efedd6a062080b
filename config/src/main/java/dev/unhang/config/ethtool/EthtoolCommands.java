package dev.unhang.config.ethtool;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What a shell's command line switches with ethtool.
///
/// Man: ethtool(8), "-K --features --offload"
public final class EthtoolCommands {
  private static final Set<String> SWITCHES = Set.of("-K", "--features", "--offload");
  private static final Pattern COMMENT = Pattern.compile("(^|\\s)#.*$");

  private EthtoolCommands() {}

  /// One command that switches offloads.
  ///
  /// @param program as the line calls ethtool, with or without a path
  public record Found(String program, List<OffloadSwitch> switches) {
    public Found {
      switches = List.copyOf(switches);
    }
  }

  /// The commands of a line, which are joined by `;`, `&&`, `||` and `|`; a `#` ends the line.
  public static List<Found> of(String line) {
    List<Found> found = new ArrayList<>();
    for (String command : parts(line)) {
      command(command).ifPresent(found::add);
    }
    return found;
  }

  /// The commands by themselves.
  static List<String> parts(String line) {
    return Arrays.stream(COMMENT.matcher(line).replaceFirst("").split("[;&|]+"))
        .map(String::strip)
        .toList();
  }

  static boolean isEthtool(String word) {
    return word.equals("ethtool") || word.endsWith("/ethtool");
  }

  private static Optional<Found> command(String line) {
    String[] words = line.split("\\s+");
    if (words.length < 5 || !isEthtool(words[0]) || !SWITCHES.contains(words[1])) {
      return Optional.empty();
    }
    List<OffloadSwitch> switches = new ArrayList<>();
    String nic = words[2].replace("\"", "");
    for (int i = 3; i + 1 < words.length; i += 2) {
      String name = words[i];
      value(words[i + 1]).flatMap(on -> OffloadSwitch.of(nic, name, on)).ifPresent(switches::add);
    }
    return switches.isEmpty() ? Optional.empty() : Optional.of(new Found(words[0], switches));
  }

  /// What ethtool and its hooks take for a value.
  public static Optional<Boolean> value(String word) {
    return switch (word) {
      case "on", "yes" -> Optional.of(true);
      case "off", "no" -> Optional.of(false);
      default -> Optional.empty();
    };
  }
}

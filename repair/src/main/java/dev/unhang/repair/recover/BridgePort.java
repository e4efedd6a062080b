package dev.unhang.repair.recover;

import dev.unhang.model.evidence.Content;
import dev.unhang.model.host.Command;
import dev.unhang.model.host.HostView;
import dev.unhang.model.id.InterfaceName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a bridge keeps of one of its ports, and forgets when the interface goes: its VLANs.
///
/// Man: bridge(8), "bridge vlan show"
final class BridgePort {
  private static final Duration WITHIN = Duration.ofSeconds(5);

  /// More than a port can have.
  private static final int MAX_VLANS = 4096;

  /// `eno1 1 PVID Egress Untagged`, or below it ` 2-4094`.
  private static final Pattern VLAN =
      Pattern.compile(
          "(?:(?<port>\\S+)\\s+|\\s+)(?<vid>\\d{1,4}(?:-\\d{1,4})?)(?<words>[ A-Za-z]*)");

  private BridgePort() {}

  /// The VLANs as commands that give them again; without VLANs of its own a port needs none.
  static List<List<String>> commands(HostView host, InterfaceName nic) {
    List<List<String>> commands = new ArrayList<>();
    String shown =
        host.command(
                new Command(
                    List.of("bridge", "-compressvlans", "vlan", "show", "dev", nic.value()),
                    WITHIN))
            .known()
            .filter(output -> output.exit() == 0)
            .map(output -> output.out())
            .map(Content::utf8)
            .orElse("");
    boolean ours = false;
    for (String line : shown.lines().limit(MAX_VLANS).toList()) {
      Matcher vlan = VLAN.matcher(line);
      if (vlan.matches()) {
        ours = vlan.group("port") == null ? ours : vlan.group("port").equals(nic.value());
        if (ours) {
          commands.add(command(nic, vlan.group("vid"), vlan.group("words")));
        }
      }
    }
    return commands;
  }

  private static List<String> command(InterfaceName nic, String vid, String words) {
    List<String> argv =
        new ArrayList<>(List.of("bridge", "vlan", "add", "dev", nic.value(), "vid", vid));
    if (words.contains("PVID")) {
      argv.add("pvid");
    }
    if (words.contains("Untagged")) {
      argv.add("untagged");
    }
    return argv;
  }
}

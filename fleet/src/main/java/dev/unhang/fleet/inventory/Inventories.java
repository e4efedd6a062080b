package dev.unhang.fleet.inventory;

import dev.unhang.model.error.CannotRead;
import dev.unhang.model.error.Malformed;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Trouble;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Reads hosts from whatever names them. All of it is text from outside: what is no host is
/// refused, with its line and column.
public final class Inventories {
  /// Longest inventory that is read, in bytes.
  public static final int MAX_BYTES = 16 << 20;

  /// `all:` or `---`: how a YAML inventory begins. An INI one has hosts or sections there.
  private static final Pattern YAML =
      Pattern.compile("---.*|\\{.*|[\"']?[A-Za-z0-9_.-]+[\"']?\\s*:(?:\\s.*)?");

  private Inventories() {}

  /// Hosts as they are typed: `host1,user@host2:2222`.
  ///
  /// @throws CannotRead where one is no host
  public static Inventory typed(String words) {
    Map<String, FleetHost> hosts = new LinkedHashMap<>();
    Origin origin = new Origin("the command line");
    Spot spot = new Spot(origin, 1, 1);
    for (String word : words.split(",", -1)) {
      if (!word.isEmpty()) {
        HostRange.expand(word, spot, name -> hosts.put(name, typedHost(name)));
      }
    }
    return new Inventory(List.copyOf(hosts.values()), List.of(), List.of());
  }

  private static FleetHost typedHost(String name) {
    SshAddress address =
        SshAddress.parse(name)
            .orElseThrow(() ->
                new CannotRead(
                    "take '" + name + "' for a host",
                    "",
                    SshAddress.FORM,
                    "HOST, USER@HOST or HOST:PORT, or a file that lists them"));
    return new FleetHost(name.replaceFirst("^ssh://", ""), address);
  }

  /// A file: a host a line, an inventory of Ansible in INI or YAML, `.members` of a Proxmox VE
  /// cluster, or corosync.conf. Which of them it is, its text tells.
  ///
  /// @throws Malformed where it makes no sense at some place
  public static Inventory file(Origin origin, String text) {
    List<String> lines = text.lines().toList();
    requireText(origin, lines);
    String first =
        lines.stream()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("#") && !line.startsWith(";"))
            .findFirst()
            .orElse("");
    if (lines.stream().anyMatch(line -> line.strip().equals("nodelist {"))) {
      return ClusterMembers.corosync(origin, text);
    }
    if (first.startsWith("{") && text.contains("\"nodename\"")) {
      return ClusterMembers.members(origin, text);
    }
    return YAML.matcher(first).matches() && !isHost(first)
        ? YamlInventory.read(origin, text)
        : IniInventory.read(origin, lines);
  }

  private static boolean isHost(String line) {
    return SshAddress.parse(line.split("\\s", 2)[0]).isPresent();
  }

  private static void requireText(Origin origin, List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      for (int c = 0; c < line.length(); c++) {
        if (Character.isISOControl(line.charAt(c)) && line.charAt(c) != '\t') {
          throw new Spot(origin, i + 1, c + 1)
              .wrong("there is a character that is no text", "name a file of text");
        }
      }
    }
  }

  /// Several inventories as one: a host that two of them name is one host.
  public static Inventory joined(List<Inventory> inventories) {
    Map<String, FleetHost> hosts = new LinkedHashMap<>();
    List<Trouble> leftOut = new ArrayList<>();
    List<Trouble> notUsed = new ArrayList<>();
    for (Inventory each : inventories) {
      each.hosts().forEach(host -> hosts.putIfAbsent(host.name(), host));
      leftOut.addAll(each.leftOut());
      notUsed.addAll(each.notUsed());
    }
    return new Inventory(List.copyOf(hosts.values()), leftOut, notUsed);
  }
}

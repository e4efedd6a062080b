package dev.unhang.hosts.outputs;

import dev.unhang.model.id.InterfaceName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A command line whose output is evidence.
///
/// @param kind what it prints
/// @param nic the interface it asks about
record OutputCommand(OutputKind kind, Optional<InterfaceName> nic) {
  private static final int MAX = 400;

  private static final Map<String, OutputKind> ETHTOOL =
      Map.ofEntries(
          Map.entry("-k", OutputKind.FEATURES),
          Map.entry("--show-features", OutputKind.FEATURES),
          Map.entry("--show-offload", OutputKind.FEATURES),
          Map.entry("-i", OutputKind.DRIVER),
          Map.entry("--driver", OutputKind.DRIVER),
          Map.entry("-S", OutputKind.STATISTICS),
          Map.entry("--statistics", OutputKind.STATISTICS),
          Map.entry("-a", OutputKind.PAUSE),
          Map.entry("--show-pause", OutputKind.PAUSE),
          Map.entry("-g", OutputKind.RINGS),
          Map.entry("--show-ring", OutputKind.RINGS),
          Map.entry("-c", OutputKind.COALESCING),
          Map.entry("--show-coalesce", OutputKind.COALESCING),
          Map.entry("-d", OutputKind.REGISTERS),
          Map.entry("--register-dump", OutputKind.REGISTERS),
          Map.entry("--show-eee", OutputKind.EEE),
          Map.entry("--show-priv-flags", OutputKind.PRIVATE_FLAGS));

  /// The command of a line as it was typed; empty where its output is none of these.
  static Optional<OutputCommand> of(String line) {
    if (line.length() > MAX) {
      return Optional.empty();
    }
    // What is behind a pipe leaves lines out at most; what is behind a redirection prints nothing.
    String first = line.split("[|;&]", 2)[0].replace("2>/dev/null", "").strip();
    List<String> words = new ArrayList<>(List.of(first.split("\\s+")));
    while (words.size() > 1
        && (words.getFirst().equals("sudo") || words.getFirst().equals("busybox"))) {
      words.removeFirst();
    }
    if (first.indexOf('>') >= 0) {
      return Optional.empty();
    }
    String program = words.removeFirst();
    return of(program.substring(program.lastIndexOf('/') + 1), words);
  }

  private static Optional<OutputCommand> of(String program, List<String> words) {
    List<String> operands = words.stream().filter(word -> !word.startsWith("-")).toList();
    List<String> options = words.stream().filter(word -> word.startsWith("-")).toList();
    boolean json =
        options.contains("-j") || options.contains("-json") || options.contains("--json");
    String object = operands.isEmpty() ? "" : operands.getFirst();
    return switch (program) {
      case "ethtool" -> ethtool(options, operands);
      case "lspci" -> bare(OutputKind.LSPCI);
      case "ifconfig" -> bare(OutputKind.IFCONFIG);
      case "dmidecode" -> bare(OutputKind.DMI);
      case "uname" -> options.contains("-a") ? bare(OutputKind.UNAME) : Optional.empty();
      case "cat" ->
          object.equals("/proc/net/dev") ? bare(OutputKind.PROC_NET_DEV) : Optional.empty();
      case "ip" -> ip(operands, json);
      case "bridge" ->
          switch (object) {
            case "link" -> bare(OutputKind.BRIDGE_LINK);
            case "vlan" -> bare(OutputKind.BRIDGE_VLAN);
            default -> Optional.empty();
          };
      default -> Optional.empty();
    };
  }

  /// ip takes the beginning of a word for the word. Which way one packet goes, and what other
  /// tables hold, looks like routes.
  ///
  /// Man: ip-route(8), "ip route get", "table TABLEID"
  private static Optional<OutputCommand> ip(List<String> operands, boolean json) {
    String object = operands.isEmpty() ? "" : operands.getFirst();
    if (object.isEmpty()) {
      return Optional.empty();
    }
    if ("address".startsWith(object) || "link".startsWith(object)) {
      return bare(json ? OutputKind.IP_JSON : OutputKind.IP);
    }
    int table = operands.indexOf("table");
    String which = table < 0 || table + 1 == operands.size() ? "all" : operands.get(table + 1);
    boolean listsMain =
        operands.size() < 2
            || List.of("show", "list", "s", "l", "ls", "sh").contains(operands.get(1))
                && (which.equals("all") || which.equals("main"));
    return "route".startsWith(object) && listsMain ? bare(OutputKind.ROUTES) : Optional.empty();
  }

  private static Optional<OutputCommand> bare(OutputKind kind) {
    return Optional.of(new OutputCommand(kind, Optional.empty()));
  }

  private static Optional<OutputCommand> ethtool(List<String> options, List<String> operands) {
    Optional<InterfaceName> nic =
        operands.size() == 1 ? InterfaceName.parse(operands.getFirst()) : Optional.empty();
    Optional<OutputKind> kind =
        options.isEmpty()
            ? Optional.of(OutputKind.LINK)
            : Optional.ofNullable(ETHTOOL.get(options.getFirst()));
    return nic.isPresent() && options.size() <= 1
        ? kind.map(each -> new OutputCommand(each, nic))
        : Optional.empty();
  }
}

package dev.unhang.app.source;

import dev.unhang.hosts.outputs.LineHosts;
import dev.unhang.model.error.CannotRead;
import dev.unhang.model.host.HostView;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// Which of several hosts in one file a person means: `hosts.txt#pve1`.
///
/// @param names the files, without the hosts
/// @param hosts those that were named; empty for all
record WantedHosts(List<String> names, List<String> hosts) {
  static WantedHosts of(HostView files, List<String> operands) {
    List<String> names = new ArrayList<>();
    List<String> hosts = new ArrayList<>();
    for (String operand : operands) {
      int mark = operand.lastIndexOf('#');
      boolean namesHost =
          mark > 0
              && mark < operand.length() - 1
              && !isThere(files, operand)
              && isThere(files, operand.substring(0, mark));
      names.add(namesHost ? operand.substring(0, mark) : operand);
      if (namesHost) {
        hosts.add(operand.substring(mark + 1));
      }
    }
    return new WantedHosts(names.stream().distinct().toList(), hosts);
  }

  private static boolean isThere(HostView files, String name) {
    return files.attributes(Journals.path(name)).known().isPresent();
  }

  /// Those of them that are meant.
  List<NamedHost> of(List<NamedHost> all) {
    if (hosts.isEmpty()) {
      return all;
    }
    TreeSet<String> keys = new TreeSet<>();
    hosts.forEach(host -> keys.add(LineHosts.key(host)));
    List<NamedHost> meant =
        all.stream()
            .filter(host -> host.hostname().map(LineHosts::key).filter(keys::contains).isPresent())
            .toList();
    if (meant.size() < keys.size()) {
      throw new CannotRead(
          "find the host " + String.join(", ", keys),
          "",
          "there are " + String.join(", ", NamedHost.names(all)),
          "name one of those behind the #");
    }
    return meant;
  }
}

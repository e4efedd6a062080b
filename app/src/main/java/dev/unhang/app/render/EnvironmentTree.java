package dev.unhang.app.render;

import dev.unhang.model.facts.NicFacts;
import java.util.ArrayList;
import java.util.List;

/// What sits on a NIC, as a tree from the NIC upwards.
public final class EnvironmentTree {
  private final NicFacts nic;

  public EnvironmentTree(NicFacts nic) {
    this.nic = nic;
  }

  /// The lines, in ASCII: consoles of dead hosts show nothing else.
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    String driver = nic.driver().known().map(info -> info.driver()).orElse("driver not read");
    String at = nic.pci().map(pci -> " at " + pci).orElse("");
    lines.add(nic.name() + " (" + Escape.terminal(driver) + at + ")");
    List<String> users = nic.users();
    for (int i = 0; i < users.size(); i++) {
      lines.add("   ".repeat(Math.min(i, 1)) + "+- " + Escape.terminal(users.get(i)));
    }
    return lines;
  }
}

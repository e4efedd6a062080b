package dev.unhang.app.screen;

import dev.unhang.model.net.Offload;
import dev.unhang.model.net.OffloadGroup;
import dev.unhang.model.net.Offloads;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Offloads line by line, as `ethtool -k` prints them: a group with several members has a line of
/// its own and theirs below it, one with a single member is that member under its long name.
///
/// Man: ethtool(8), "-k --show-features"; ethtool netlink/features.c, dump_features()
public final class FeaturesText {
  /// ethtool's order of groups.
  private static final List<OffloadGroup> GROUPS = List.of(OffloadGroup.values());

  private final String nic;
  private final Offloads offloads;

  public FeaturesText(String nic, Offloads offloads) {
    this.nic = nic;
    this.offloads = offloads;
  }

  /// Every line, the heading first.
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("Features for " + nic + ":");
    for (OffloadGroup group : GROUPS) {
      group(lines, group);
    }
    for (Offload offload : offloads.all()) {
      if (GROUPS.stream().noneMatch(group -> group.matches(offload.name()))) {
        lines.add(offload.name() + ": " + value(offload));
      }
    }
    return lines;
  }

  private void group(List<String> lines, OffloadGroup group) {
    List<Offload> members = offloads.members(group);
    if (members.isEmpty()) {
      return;
    }
    if (members.size() == 1) {
      lines.add(group.longName() + ": " + value(members.getFirst()));
      return;
    }
    boolean on = members.stream().anyMatch(Offload::active);
    lines.add(group.longName() + ": " + (on ? "on" : "off"));
    for (Offload member : members) {
      lines.add("\t" + member.name() + ": " + value(member));
    }
  }

  private static String value(Offload offload) {
    return (offload.active() ? "on" : "off") + offload.mark();
  }

  /// Values by the names ethtool prints, in its order.
  Map<String, String> byName() {
    Map<String, String> values = new LinkedHashMap<>();
    List<String> lines = lines();
    for (String line : lines.subList(1, lines.size())) {
      int colon = line.indexOf(": ");
      values.put(line.substring(0, colon).strip(), line.substring(colon + 2).strip());
    }
    return values;
  }
}

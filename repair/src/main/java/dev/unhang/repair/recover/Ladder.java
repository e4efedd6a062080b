package dev.unhang.repair.recover;

import dev.unhang.model.plan.PortState;
import java.util.ArrayList;
import java.util.List;

/// All rungs, mildest first: one a [dev.unhang.model.plan.ResetStep].
public final class Ladder {
  /// In the order in which they are tried.
  public static final List<Rung> ALL =
      List.of(new RestartNegotiation(), new BounceLink(), new RebindDriver(), new RescanBus());

  private Ladder() {}

  /// The plain commands of a rung, with those that take a slave out of its bond and restore it.
  public static List<String> commands(Rung rung, PortState port) {
    if (!port.isSlave()) {
      return rung.commands(port);
    }
    String nic = "ip link set dev " + port.nic();
    List<String> commands = new ArrayList<>(List.of(nic + " nomaster", nic + " up"));
    commands.addAll(rung.commands(port));
    commands.add(nic + " down");
    port.master().ifPresent(bond -> commands.add(nic + " master " + bond.name()));
    return commands;
  }
}

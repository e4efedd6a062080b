package dev.unhang.repair.guard;

import dev.unhang.model.host.HostPath;
import dev.unhang.model.plan.Risk;
import dev.unhang.model.topology.Use;
import java.util.Optional;

/// A node whose cluster link is cut is fenced when it runs guests that are to be highly available.
/// Where the NIC sends nothing the link is cut already: then waiting is what fences the node.
///
/// Proxmox VE: watchdog-mux expires its clients after 60 s, and keeps watchdog-mux.active while it
/// has any
public final class Quorum implements Guard {
  /// Seconds until a node without quorum is fenced.
  public static final int FENCED_AFTER_SECONDS = 60;

  private static final HostPath ACTIVE = new HostPath("/run/watchdog-mux.active");

  @Override
  public String name() {
    return "quorum";
  }

  @Override
  public Optional<String> refuses(Risk risk, Circumstances now) {
    boolean armed = isArmed(now);
    return !(risk instanceof Risk.None)
            && !now.sendsNothing()
            && armed
            && now.isFor(Use.Kind.CLUSTER)
        ? Optional.of(
            "the cluster's nodes talk over it and the watchdog is armed: a cut of "
                + FENCED_AFTER_SECONDS
                + " s fences this node")
        : Optional.empty();
  }

  /// Whether the node is fenced when it loses its quorum.
  public static boolean isArmed(Circumstances now) {
    return now.host().attributes(ACTIVE).known().isPresent();
  }
}

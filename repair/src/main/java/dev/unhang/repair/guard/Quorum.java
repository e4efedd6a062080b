package dev.unhang.repair.guard;

import dev.unhang.model.host.FileAttributes;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.plan.Risk;
import dev.unhang.model.topology.Use;

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
  public GuardAnswer answer(Risk risk, Circumstances now) {
    Sight<FileAttributes> armed = armed(now);
    boolean disarmed = armed.there().isEmpty() && armed.doubt().isEmpty();
    if (risk instanceof Risk.None || now.sendsNothing() || disarmed) {
      return new GuardAnswer.Allows();
    }
    if (!now.isFor(Use.Kind.CLUSTER)) {
      return Sight.allowed(UnseenUses.cluster(now));
    }
    return armed.there().isPresent()
        ? new GuardAnswer.Refuses(
            "the cluster's nodes talk over it and the watchdog is armed: a cut of "
                + FENCED_AFTER_SECONDS
                + " s fences this node")
        : Sight.allowed(armed.doubt());
  }

  /// Whether the node is fenced when it loses its quorum.
  static Sight<FileAttributes> armed(Circumstances now) {
    return Sight.of(ACTIVE.value(), now.host().attributes(ACTIVE));
  }
}

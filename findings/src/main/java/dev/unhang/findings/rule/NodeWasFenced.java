package dev.unhang.findings.rule;

import dev.unhang.findings.nic.Cite;
import dev.unhang.findings.nic.NicCase;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Place;
import dev.unhang.model.finding.Citation;
import dev.unhang.model.finding.Confidence;
import dev.unhang.model.finding.Finding;
import dev.unhang.model.id.RuleId;
import dev.unhang.model.id.SourceId;
import dev.unhang.model.log.Episode;
import dev.unhang.model.log.Episode.Outcome;
import dev.unhang.model.topology.Outage;
import dev.unhang.model.topology.Topology;
import dev.unhang.model.topology.Use;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The node's own watchdog reset it because it had lost the cluster, whose link runs over the NIC
/// that hung: what looks like a random reboot began with the hang.
///
/// What speaks against: another cluster link that does not run over it.
///
/// Program: pve-ha-manager, src/watchdog-mux.c. Man: corosync.conf(5), "ringX_addr"
public final class NodeWasFenced implements Rule {
  private static final RuleId ID = new RuleId("node-was-fenced");
  private static final SourceId TOPOLOGY = new SourceId("topology");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Optional<Finding> judge(NicCase nic) {
    Optional<Episode> fenced =
        nic.hangs().stream()
            .filter(hang -> hang.outcome() == Outcome.FENCED_BY_WATCHDOG)
            .findFirst();
    if (fenced.isEmpty()) {
      return Optional.empty();
    }
    Topology topology = nic.host().topology();
    List<Use> all = topology.uses().stream().filter(use -> use.kind() == Use.Kind.CLUSTER).toList();
    if (all.isEmpty()) {
      return Optional.of(
          new Finding.Undecided(
              ID,
              nic.name(),
              "the node was fenced while it hung; over what the cluster runs was not read",
              Set.of(TOPOLOGY),
              "run on the host: unhang topology"));
    }
    List<Use> cut =
        Outage.of(topology, nic.name()).uses().stream()
            .filter(use -> use.kind() == Use.Kind.CLUSTER)
            .toList();
    List<Use> spared = all.stream().filter(use -> !cut.contains(use)).toList();
    return Optional.of(
        cut.isEmpty()
            ? new Finding.RuledOut(
                ID,
                nic.name(),
                "the cluster's link does not run over it",
                spared.stream().map(use -> cite(use, "another way")).toList())
            : diagnosed(nic, fenced.get(), cut, spared));
  }

  private static Finding diagnosed(NicCase nic, Episode hang, List<Use> cut, List<Use> spared) {
    List<Citation> because = new ArrayList<>();
    because.add(Cite.lastReport(hang, "reported until the node was reset"));
    hang.outcomePlace()
        .map(place -> new Citation(place, "client watchdog expired", "the node fences itself"))
        .ifPresent(because::add);
    cut.forEach(use -> because.add(cite(use, "runs over it")));
    return new Finding.Diagnosed(
        ID,
        nic.name(),
        "the node was fenced because the NIC under its cluster link hung",
        spared.isEmpty() ? Confidence.LIKELY : Confidence.POSSIBLE,
        because,
        spared.stream().map(use -> cite(use, "does not run over it")).toList(),
        nic.isAnswered());
  }

  private static Citation cite(Use use, String shows) {
    return new Citation(
        new Place.Whole(new Origin("topology")), use.text() + " on " + use.element(), shows);
  }
}

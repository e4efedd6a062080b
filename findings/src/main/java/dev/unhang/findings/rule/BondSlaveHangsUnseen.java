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
import dev.unhang.model.topology.Bonding;
import dev.unhang.model.topology.Element;
import dev.unhang.model.topology.ElementKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A NIC that hangs is a slave of a bond that looks at carriers only. The carrier stays up during a
/// hang, so the bond goes on sending to it: a share of the flows dies, or all of them.
///
/// What speaks against: ARP monitoring, which sees that nothing is answered.
///
/// Kernel: drivers/net/bonding/bond_main.c, bond_miimon_inspect() (v6.1)
public final class BondSlaveHangsUnseen implements Rule {
  private static final RuleId ID = new RuleId("bond-slave-hangs-unseen");
  private static final SourceId TOPOLOGY = new SourceId("links");

  private static final String CARRIER = " does not see that it hangs: the carrier stays up, and ";

  /// Kernel: drivers/net/bonding/bond_3ad.c, ad_rx_machine(), AD_SHORT_TIMEOUT_TIME and
  /// AD_LONG_TIMEOUT_TIME (v6.1)
  private static final String LACP =
      " sends a share of the flows to it until the partner drops it: after 3 s (lacp_rate fast) or"
          + " 90 s (slow, the default)";

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Optional<Finding> judge(NicCase nic) {
    if (nic.hangs().isEmpty()) {
      return Optional.empty();
    }
    return nic.host().topology().above(nic.name()).stream()
        .filter(upper -> upper.kind() == ElementKind.BOND)
        .findFirst()
        .map(bond -> judge(nic, bond));
  }

  private static Finding judge(NicCase nic, Element bond) {
    if (bond.bonding().isEmpty()) {
      return new Finding.Undecided(
          ID,
          nic.name(),
          "it is a slave of " + bond.name() + "; what that watches its slaves by was not read",
          Set.of(TOPOLOGY),
          "add the output of: ip -d addr");
    }
    Bonding bonding = bond.bonding().get();
    Citation watch =
        new Citation(
            new Place.Whole(new Origin("topology")),
            bond.name() + " mode " + bonding.mode(),
            bonding.arpMonitored()
                ? "watches its slaves by ARP requests too"
                : "watches its slaves' carriers only");
    return bonding.arpMonitored()
        ? new Finding.RuledOut(ID, nic.name(), "the bond sees what is not answered", List.of(watch))
        : new Finding.Diagnosed(
            ID,
            nic.name(),
            "its bond " + bond.name() + (isLacp(bonding) ? LACP : CARRIER + share(nic, bonding)),
            Confidence.LIKELY,
            List.of(watch, Cite.firstReport(nic.worst().orElseThrow(), "the hang")),
            List.of(),
            nic.isAnswered());
  }

  /// The kernel calls it `802.3ad`, mode 4.
  private static boolean isLacp(Bonding bonding) {
    return bonding.mode().startsWith("802.3ad");
  }

  private static String share(NicCase nic, Bonding bonding) {
    return bonding
        .active()
        .map(active ->
            active.equals(nic.name()) ? "nothing is sent any more" : "another slave sends")
        .orElse("a share of the flows dies");
  }
}

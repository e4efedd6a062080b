package dev.unhang.findings.rule;

import dev.unhang.findings.nic.Cite;
import dev.unhang.findings.nic.HangPicture;
import dev.unhang.findings.nic.NicCase;
import dev.unhang.model.finding.Citation;
import dev.unhang.model.finding.Confidence;
import dev.unhang.model.finding.Finding;
import dev.unhang.model.id.RuleId;
import dev.unhang.model.id.SourceId;
import dev.unhang.model.log.Episode;
import dev.unhang.model.log.Fault;
import dev.unhang.model.log.HangDump.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The chipset's management engine uses the same MAC and PHY, and got in the driver's way: it left
/// the MAC in a power-gated state, or rewrote the ring's tail.
///
/// What speaks against: hangs without the bit.
///
/// Kernel: drivers/net/ethernet/intel/e1000e/defines.h, E1000_STATUS_PCIM_STATE;
/// drivers/net/ethernet/intel/e1000e/netdev.c, e1000_watchdog_task(), e1000e_update_tdt_wa() (v6.1)
public final class ManagementEngineHoldsTheMac implements Rule {
  private static final RuleId ID = new RuleId("management-engine-holds-the-mac");
  private static final SourceId REGISTERS = new SourceId("registers");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Optional<Finding> judge(NicCase nic) {
    if (!nic.isE1000e()) {
      return Optional.empty();
    }
    List<Citation> said =
        nic.faults(Fault.MANAGEMENT_ENGINE).stream()
            .limit(2)
            .map(lines -> Cite.fault(lines, "the driver says so"))
            .toList();
    List<Citation> gated = gated(nic, true, "40000000: the MAC was left power-gated");
    List<Citation> free = gated(nic, false, "hung without 40000000");
    if (!said.isEmpty() || !gated.isEmpty()) {
      return Optional.of(diagnosed(nic, said, gated, free));
    }
    if (!free.isEmpty()) {
      return Optional.of(
          new Finding.RuledOut(ID, nic.name(), "the MAC was not in a power-gated state", free));
    }
    return nic.faults(Fault.PHY_UNREADABLE).isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Finding.Undecided(
                ID,
                nic.name(),
                "the PHY could not be read; whether the management engine held it was not read",
                Set.of(REGISTERS),
                "run on the host, as root: ethtool -d " + nic.typedName()));
  }

  private static List<Citation> gated(NicCase nic, boolean wanted, String shows) {
    return nic.hangs().stream()
        .filter(hang -> isGated(hang).equals(Optional.of(wanted)))
        .limit(1)
        .map(hang -> Cite.register(hang, Field.MAC_STATUS, shows))
        .toList();
  }

  private static Optional<Boolean> isGated(Episode hang) {
    return new HangPicture(hang).isPowerGated();
  }

  private static Finding diagnosed(
      NicCase nic, List<Citation> said, List<Citation> gated, List<Citation> free) {
    List<Citation> because = new ArrayList<>(said);
    because.addAll(gated);
    return new Finding.Diagnosed(
        ID,
        nic.name(),
        said.isEmpty()
            ? "the management engine may have held the MAC while it hung"
            : "the management engine got in the driver's way",
        said.isEmpty() ? Confidence.POSSIBLE : Confidence.CERTAIN,
        because,
        free,
        false);
  }
}

package dev.unhang.findings.rule;

import dev.unhang.findings.nic.Cite;
import dev.unhang.findings.nic.NicCase;
import dev.unhang.findings.nic.OffTheBus;
import dev.unhang.findings.nic.Stoppage;
import dev.unhang.findings.remedy.DriversOwnSteps;
import dev.unhang.model.finding.Citation;
import dev.unhang.model.finding.Confidence;
import dev.unhang.model.finding.Finding;
import dev.unhang.model.id.RuleId;
import dev.unhang.model.id.SourceId;
import dev.unhang.model.log.Fault;
import dev.unhang.model.log.Notice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A NIC of another driver than e1000e sends nothing any more. What is known of e1000e's chips is
/// no advice for it: each driver has its own detectors, resets and known faults.
///
/// What speaks against: the driver is e1000e or e1000; the device was gone before. Of a driver that
/// reports hangs itself the core's watchdog alone is [WatchdogFiresWithoutHang].
///
/// Kernel: drivers/net/ethernet/intel/i40e/i40e_main.c, i40e_tx_timeout();
/// drivers/net/ethernet/realtek/r8169_main.c, rtl8169_tx_timeout() (v6.12)
public final class OtherDriverHangs implements Rule {
  private static final RuleId ID = new RuleId("other-driver-hangs");
  private static final SourceId DRIVER = new SourceId("driver-of-nic");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Optional<Finding> judge(NicCase nic) {
    List<Citation> evidence = evidence(nic);
    if (evidence.isEmpty()) {
      return Optional.empty();
    }
    if (nic.driver().isEmpty()) {
      return Optional.of(
          new Finding.Undecided(
              ID,
              nic.name(),
              "its queue stood still; which driver it has is not in the log",
              Set.of(DRIVER),
              "run on the host: ethtool -i " + nic.typedName()));
    }
    if (nic.isE1000e()) {
      return Optional.of(
          new Finding.RuledOut(ID, nic.name(), "the driver is e1000e or e1000", evidence));
    }
    String driver = nic.driver().get();
    List<Citation> said = said(nic, driver);
    Optional<Citation> gone = OffTheBus.lostBefore(nic, Stoppage.of(nic));
    if (gone.isPresent()) {
      return Optional.of(
          new Finding.RuledOut(
              ID, nic.name(), "the device was gone before its queue stood", List.of(gone.get())));
    }
    return said.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Finding.Diagnosed(
                ID,
                nic.name(),
                "a NIC of " + driver + " stood still: what helps e1000e does not apply",
                Confidence.CERTAIN,
                said,
                List.of(),
                false));
  }

  /// Drivers with a detector of their own report a hang; for the others the core's watchdog is the
  /// report, and they say that they were called for it.
  private static List<Citation> said(NicCase nic, String driver) {
    return nic.hangs().isEmpty() && DriversOwnSteps.reportsHangs(driver)
        ? List.of()
        : evidence(nic);
  }

  private static List<Citation> evidence(NicCase nic) {
    List<Citation> evidence = new ArrayList<>();
    nic.hangs().stream()
        .limit(1)
        .map(hang -> Cite.firstReport(hang, "the driver says so"))
        .forEach(evidence::add);
    nic.faults(Fault.TRANSMIT_TIMEOUT).stream()
        .limit(2)
        .map(lines -> Cite.fault(lines, "the driver says so"))
        .forEach(evidence::add);
    nic.notices(Notice.WATCHDOG_FIRED).stream()
        .limit(1)
        .map(lines -> Cite.notice(lines, "its queue stood still"))
        .forEach(evidence::add);
    return evidence;
  }
}

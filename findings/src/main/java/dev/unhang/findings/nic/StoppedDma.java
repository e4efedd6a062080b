package dev.unhang.findings.nic;

import dev.unhang.model.evidence.Reading;
import dev.unhang.model.facts.NicFacts;
import dev.unhang.model.finding.Citation;
import dev.unhang.model.log.HangDump.Field;
import dev.unhang.model.net.TxRegisters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Whether a NIC may no longer use the bus: it then neither fetches what it is given nor says what
/// it sent.
///
/// Two switches must allow it: the PCI command register's, which every driver's NIC has, and the
/// MAC's own, which e1000e shows.
///
/// Kernel: include/uapi/linux/pci_regs.h, PCI_COMMAND_MASTER;
/// drivers/net/ethernet/intel/e1000e/defines.h, E1000_STATUS_GIO_MASTER_ENABLE;
/// drivers/net/ethernet/intel/e1000e/netdev.c, e1000_probe() calls pci_set_master(), e1000e_reset()
/// does not (v6.1)
public final class StoppedDma {
  private StoppedDma() {}

  /// What shows it; empty where nothing does.
  public static List<Citation> evidence(NicCase nic) {
    List<Citation> evidence = new ArrayList<>(forbidden(nic));
    if (!nic.isE1000e()) {
      return evidence;
    }
    nic.hangs().stream()
        .filter(hang -> !new HangPicture(hang).mayUseBus().orElse(true))
        .limit(1)
        .map(hang -> Cite.register(hang, Field.MAC_STATUS, "lacks 80000: no use of the bus"))
        .forEach(evidence::add);
    registers(nic)
        .filter(now -> now.known().filter(StoppedDma::isStopped).isPresent())
        .map(now -> Cite.reading(now, words(now), "lacks 80000 now: no use of the bus"))
        .ifPresent(evidence::add);
    return evidence;
  }

  /// What shows that the PCI command register forbids it the bus: only rebinding its driver sets
  /// that again. That the MAC's own switch is off may be what a reset left in the middle, which
  /// another reset mends.
  public static List<Citation> forbidden(NicCase nic) {
    return isInUse(nic) && !mayUseBus(nic).orElse(true)
        ? List.of(command(nic, "BusMaster-", "the PCI command register forbids it the bus now"))
        : List.of();
  }

  /// What shows that it may use the bus now; empty where nothing does.
  public static Optional<Citation> isAllowed(NicCase nic) {
    return mayUseBus(nic)
        .filter(may -> may)
        .map(may -> command(nic, "BusMaster+", "the PCI command register allows it the bus now"));
  }

  private static Optional<Boolean> mayUseBus(NicCase nic) {
    return nic.now().flatMap(NicFacts::device).flatMap(device -> device.function().busMaster());
  }

  /// A NIC that sleeps because nothing is plugged in has no use of the bus either, and needs none.
  ///
  /// Kernel: drivers/net/ethernet/intel/e1000e/netdev.c, e1000e_pm_runtime_idle() (v6.1)
  private static boolean isInUse(NicCase nic) {
    boolean hasCarrier =
        nic.now()
            .flatMap(now -> now.seen().link().known())
            .flatMap(link -> link.state().carrier())
            .orElse(false);
    return hasCarrier || !nic.hangs().isEmpty() || nic.hasTimedOut();
  }

  private static Citation command(NicCase nic, String text, String shows) {
    return Cite.reading(nic.now().orElseThrow().seen().device(), text, shows);
  }

  private static Optional<Reading<TxRegisters>> registers(NicCase nic) {
    return nic.now().map(now -> now.seen().counts().registers());
  }

  private static boolean isStopped(TxRegisters registers) {
    return registers.hasLink() && !BusUse.of(registers.status()).orElse(true);
  }

  private static String words(Reading<TxRegisters> registers) {
    return "STATUS " + Integer.toHexString(registers.known().orElseThrow().status());
  }
}

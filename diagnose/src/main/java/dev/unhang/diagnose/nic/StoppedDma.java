package dev.unhang.diagnose.nic;

import dev.unhang.model.evidence.Reading;
import dev.unhang.model.facts.HangDump.Field;
import dev.unhang.model.finding.Citation;
import dev.unhang.model.nic.TxRegisters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Whether a NIC may no longer use the bus: it then neither fetches what it is given nor says what
/// it sent. The driver's reset doesn't give it back; only binding the driver anew does.
///
/// Kernel: drivers/net/ethernet/intel/e1000e/defines.h, E1000_STATUS_GIO_MASTER_ENABLE;
/// drivers/net/ethernet/intel/e1000e/netdev.c, e1000_probe() calls pci_set_master(), e1000e_reset()
/// does not (v6.1)
public final class StoppedDma {
  private StoppedDma() {}

  /// What shows it; empty where nothing does.
  public static List<Citation> evidence(NicCase nic) {
    if (!nic.isE1000e()) {
      return List.of();
    }
    List<Citation> evidence = new ArrayList<>();
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

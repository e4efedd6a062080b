package dev.unhang.findings.nic;

import dev.unhang.model.evidence.Reading;
import dev.unhang.model.finding.Citation;
import dev.unhang.model.log.Fault;
import dev.unhang.model.log.FaultLines;
import dev.unhang.model.log.Gap;
import dev.unhang.model.log.HangDump.Field;
import dev.unhang.model.net.TxRegisters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Whether a NIC has left its bus: then its registers read all ones, and a driver that resets it
/// may stop the whole host.
///
/// Kernel: drivers/net/ethernet/intel/e1000e/netdev.c, e1000_flush_tx_ring() has a BUG_ON() on TDT,
/// which all ones never satisfy (v6.1)
public final class OffTheBus {
  private static final int ALL_ONES = -1;

  private OffTheBus() {}

  /// What shows that it left; empty where nothing does.
  public static List<Citation> evidence(NicCase nic) {
    List<Citation> evidence = new ArrayList<>();
    nic.faults(Fault.DEVICE_LOST).stream()
        .limit(2)
        .map(lines -> Cite.fault(lines, "the device no longer answers"))
        .forEach(evidence::add);
    nic.episodes().stream()
        .filter(episode -> new HangPicture(episode).isAllOnes())
        .limit(1)
        .map(episode -> Cite.register(episode, Field.MAC_STATUS, "registers read all ones"))
        .forEach(evidence::add);
    registers(nic)
        .filter(now -> now.known().filter(OffTheBus::isLost).isPresent())
        .map(now -> Cite.reading(now, "STATUS ffffffff", "registers read all ones now"))
        .ifPresent(evidence::add);
    return evidence;
  }

  /// That the device was lost before it stopped sending each time: a consequence, then.
  public static Optional<Citation> lostBefore(NicCase nic, List<Stoppage> stops) {
    return nic.faults(Fault.DEVICE_LOST).stream()
        .filter(lost ->
            !stops.isEmpty()
                && stops.stream()
                    .allMatch(stop ->
                        lost.boot().equals(stop.boot())
                            && Gap.between(lost.first(), stop.first())
                                .filter(gap -> !gap.isNegative())
                                .isPresent()))
        .findFirst()
        .map(lost -> Cite.fault(lost, "came first"));
  }

  /// What shows that it is there now: its registers, else a link that came up after it was lost.
  /// Empty where neither was read.
  public static Optional<Citation> isThere(NicCase nic) {
    Optional<Reading<TxRegisters>> registers = registers(nic);
    if (registers.flatMap(Reading::known).isPresent()) {
      return answers(nic);
    }
    List<FaultLines> lost = nic.faults(Fault.DEVICE_LOST);
    return lost.isEmpty()
        ? Optional.empty()
        : Comeback.cited(nic, lost.getLast().boot(), lost.getLast().last());
  }

  private static Optional<Citation> answers(NicCase nic) {
    return registers(nic)
        .filter(now -> now.known().filter(each -> !isLost(each)).isPresent())
        .map(now ->
            Cite.reading(
                now,
                "STATUS " + Integer.toHexString(now.known().orElseThrow().status()),
                "its registers answer now"));
  }

  private static Optional<Reading<TxRegisters>> registers(NicCase nic) {
    return nic.now().map(now -> now.seen().counts().registers());
  }

  private static boolean isLost(TxRegisters registers) {
    return registers.status() == ALL_ONES && registers.control() == ALL_ONES;
  }
}

package dev.unhang.findings.nic;

import dev.unhang.findings.known.PauseCounters;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.finding.Citation;
import dev.unhang.model.net.Counter;
import dev.unhang.model.net.TxRegisters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Frames by which a partner asks a NIC not to send for a moment.
///
/// Kernel: drivers/net/ethernet/intel/e1000e/defines.h, E1000_STATUS_TXOFF (v6.1). IEEE 802.3 Annex
/// 31B
public final class PauseFrames {
  private PauseFrames() {}

  /// What shows that they keep it from sending now; empty where nothing does.
  public static List<Citation> evidence(NicCase nic) {
    Optional<TwoLooks> looks = TwoLooks.of(nic).filter(TwoLooks::standsStill);
    List<Citation> evidence = new ArrayList<>();
    if (looks.isEmpty()) {
      return evidence;
    }
    if (looks.get().isPaused()) {
      Reading<TxRegisters> registers = looks.get().registers();
      int status = registers.known().orElseThrow().status();
      evidence.add(
          Cite.reading(
              registers,
              "STATUS " + Integer.toHexString(status),
              "has 10, TXOFF, at both looks: a pause frame holds it"));
    }
    counter(nic)
        .flatMap(name -> looks.get().grown(name).filter(more -> more > 0))
        .map(more ->
            Cite.reading(
                statistics(nic).orElseThrow(),
                counter(nic).orElseThrow() + " +" + more,
                "pause frames came in between two looks"))
        .ifPresent(evidence::add);
    return evidence;
  }

  /// Whether the NIC's own registers say so.
  public static boolean isRegistered(NicCase nic) {
    return TwoLooks.of(nic).filter(TwoLooks::standsStill).filter(TwoLooks::isPaused).isPresent();
  }

  /// What shows that none came in while it stood still, or ever; empty where that was not counted.
  public static Optional<Citation> none(NicCase nic) {
    Optional<TwoLooks> looks = TwoLooks.of(nic).filter(TwoLooks::standsStill);
    return counter(nic)
        .filter(name ->
            looks.isPresent()
                ? looks.get().grown(name).filter(more -> more == 0).isPresent()
                : received(nic).filter(count -> count == 0).isPresent())
        .map(name ->
            Cite.reading(
                statistics(nic).orElseThrow(),
                name + (looks.isPresent() ? " +0" : " 0"),
                looks.isPresent() ? "no pause frame came meanwhile" : "none was ever received"));
  }

  /// How many were received since the driver was bound; empty where that was not counted.
  public static Optional<Long> received(NicCase nic) {
    return counter(nic)
        .flatMap(name ->
            statistics(nic)
                .flatMap(Reading::known)
                .flatMap(all ->
                    all.stream()
                        .filter(counter -> counter.name().equals(name))
                        .map(Counter::value)
                        .findFirst()));
  }

  private static Optional<String> counter(NicCase nic) {
    return nic.driver().flatMap(PauseCounters::of);
  }

  private static Optional<Reading<List<Counter>>> statistics(NicCase nic) {
    return nic.now().map(now -> now.seen().counts().statistics());
  }
}

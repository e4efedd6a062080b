package dev.unhang.findings.rule;

import dev.unhang.findings.nic.Cite;
import dev.unhang.findings.nic.NicCase;
import dev.unhang.findings.nic.OffTheBus;
import dev.unhang.findings.nic.PauseFrames;
import dev.unhang.findings.nic.StoppedDma;
import dev.unhang.findings.nic.TwoLooks;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.facts.NicFacts;
import dev.unhang.model.finding.Citation;
import dev.unhang.model.finding.Confidence;
import dev.unhang.model.finding.Finding;
import dev.unhang.model.id.RuleId;
import dev.unhang.model.id.SourceId;
import dev.unhang.model.net.Link;
import dev.unhang.model.net.TxQueue;
import dev.unhang.model.net.TxRegisters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What was given to the NIC to be sent stays where it is while the NIC receives, and no log says
/// so: the driver's own check needs an interrupt that may not come, and the core's watchdog waits
/// for 5 s, and for a queue that is full.
///
/// What speaks against: packets that were sent in between; a partner that asks for a pause.
///
/// Kernel: drivers/net/ethernet/intel/e1000e/netdev.c, e1000_clean_tx_irq();
/// net/sched/sch_generic.c, dev_watchdog() (v6.1)
public final class RingStandsStill implements Rule {
  private static final RuleId ID = new RuleId("ring-stands-still");
  private static final SourceId SECOND_LOOK = new SourceId("second-look");
  private static final SourceId TRAFFIC = new SourceId("traffic");

  @Override
  public RuleId id() {
    return ID;
  }

  /// Where the log reports the hang, or the cause is known to be another, nothing is left to say.
  @Override
  public boolean findsHangs() {
    return true;
  }

  @Override
  public Optional<Finding> judge(NicCase nic) {
    if (nic.now().isEmpty() || nic.isHungNow() || isCutOff(nic)) {
      return Optional.empty();
    }
    Optional<TwoLooks> looks = TwoLooks.of(nic);
    return looks.isPresent()
        ? Optional.of(judge(nic, nic.now().get(), looks.get()))
        : once(nic, nic.now().get());
  }

  private static boolean isCutOff(NicCase nic) {
    return !StoppedDma.evidence(nic).isEmpty() || !OffTheBus.evidence(nic).isEmpty();
  }

  private static Finding judge(NicCase nic, NicFacts now, TwoLooks looks) {
    List<Citation> standing = looks.standing();
    long sent = looks.sent().orElse(0L);
    if (!looks.standsStill()) {
      return ruledOut(nic, now, sent);
    }
    List<Citation> paused = PauseFrames.evidence(nic);
    if (!paused.isEmpty()) {
      return new Finding.RuledOut(
          ID, nic.name(), "a partner's pause frames keep it from sending", paused);
    }
    if (looks.received().orElse(0L) == 0) {
      return new Finding.Undecided(
          ID,
          nic.name(),
          "what it holds to send does not move, and nothing was received meanwhile",
          Set.of(TRAFFIC),
          "look again while another machine pings it");
    }
    List<Citation> because = new ArrayList<>(standing);
    because.add(
        Cite.reading(
            now.seen().link(),
            "rx_packets +" + looks.received().orElse(0L) + ", tx_packets +0",
            "it receives and does not send"));
    return new Finding.Diagnosed(
        ID,
        nic.name(),
        "the transmit ring stands still while it receives, and no log says so yet",
        looks.sent().isPresent() ? Confidence.LIKELY : Confidence.POSSIBLE,
        because,
        List.of(),
        false);
  }

  private static Finding ruledOut(NicCase nic, NicFacts now, long sent) {
    Citation moved =
        sent == 0
            ? Cite.reading(now.seen().counts().txQueues(), "inflight", "what waited has moved on")
            : Cite.reading(now.seen().link(), "tx_packets +" + sent, "sent between two looks");
    return new Finding.RuledOut(ID, nic.name(), "its transmit ring moves", List.of(moved));
  }

  /// One look can't tell a busy ring from a stuck one. It is worth a word only where the ring looks
  /// stuck: a full queue, or descriptors that an idle or healthy NIC would have fetched long ago.
  private static Optional<Finding> once(NicCase nic, NicFacts now) {
    boolean carries =
        now.seen().link().known().map(Link::state).flatMap(state -> state.carrier()).orElse(true);
    Reading<TxRegisters> registers = now.seen().counts().registers();
    boolean waits = registers.known().filter(TxRegisters::hasWork).isPresent();
    boolean isFull =
        now.seen().counts().txQueues().known().orElse(List.of()).stream()
            .anyMatch(RingStandsStill::isFull);
    return carries && (waits || isFull)
        ? Optional.of(
            new Finding.Undecided(
                ID,
                nic.name(),
                "something waits to be sent; whether it moves takes a second look",
                Set.of(SECOND_LOOK),
                "run on the host: unhang doctor"))
        : Optional.empty();
  }

  private static boolean isFull(TxQueue queue) {
    long limit = queue.limitBytes().orElse(0L);
    return limit > 0 && queue.inFlightBytes().orElse(0L) >= limit;
  }
}

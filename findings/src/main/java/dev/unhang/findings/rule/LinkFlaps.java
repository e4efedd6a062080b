package dev.unhang.findings.rule;

import dev.unhang.findings.nic.Cite;
import dev.unhang.findings.nic.FlappingLink;
import dev.unhang.findings.nic.NicCase;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.finding.Citation;
import dev.unhang.model.finding.Confidence;
import dev.unhang.model.finding.Finding;
import dev.unhang.model.id.RuleId;
import dev.unhang.model.id.SourceId;
import dev.unhang.model.log.Notice;
import dev.unhang.model.log.NoticeLines;
import dev.unhang.model.net.Eee;
import dev.unhang.model.net.Link;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The link goes down and comes back, again and again: a cable, a plug, a port, or a link that does
/// not stand being put to sleep between packets.
///
/// What speaks against: as many resets by the driver, each of which takes the link down; a hang in
/// the same boot, whose cure may have done so.
///
/// Kernel: drivers/net/ethernet/intel/e1000e/netdev.c, e1000_watchdog_task(), e1000e_close()
/// (v6.12)
public final class LinkFlaps implements Rule {
  private static final RuleId ID = new RuleId("link-flaps");
  private static final SourceId KERNEL_LOG = new SourceId("kernel-log");

  /// A host that is up for months and whose switch is looked after stays far below.
  private static final long MANY_CHANGES = 20;

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Optional<Finding> judge(NicCase nic) {
    Optional<FlappingLink> worst = FlappingLink.worst(nic);
    if (worst.isEmpty()) {
      return nic.notices(Notice.LINK_DOWN).isEmpty() ? counted(nic) : Optional.empty();
    }
    NoticeLines downs = worst.get().downs();
    Optional<NoticeLines> resets = worst.get().resets(nic);
    if (resets.isPresent()) {
      return Optional.of(
          new Finding.RuledOut(
              ID,
              nic.name(),
              "the driver's resets took the link down",
              List.of(Cite.notice(resets.get(), "and so " + resets.get().lines() + " times"))));
    }
    Optional<Duration> span = worst.get().span();
    return Optional.of(
        span.isPresent() ? diagnosed(nic, worst.get(), span.get()) : undated(nic, downs));
  }

  private static Finding diagnosed(NicCase nic, FlappingLink flaps, Duration span) {
    NoticeLines downs = flaps.downs();
    List<Citation> because = new ArrayList<>();
    because.add(Cite.notice(downs, "the first of " + downs.lines() + " such lines"));
    flaps
        .ups(nic)
        .map(ups -> Cite.notice(ups, "and it came back each time"))
        .ifPresent(because::add);
    Optional<Citation> eee = eee(nic);
    eee.ifPresent(because::add);
    List<Citation> against =
        nic.hangs().stream()
            .filter(hang -> hang.boot().equals(downs.boot()))
            .limit(1)
            .map(hang -> Cite.firstReport(hang, "it hung too: who cured that may have done it"))
            .toList();
    return new Finding.Diagnosed(
        ID,
        nic.name(),
        "the link went down "
            + downs.lines()
            + " times within "
            + words(span)
            + ": look at cable, plugs and switch first"
            + (eee.isPresent() ? ", then at EEE" : ""),
        against.isEmpty() ? Confidence.LIKELY : Confidence.POSSIBLE,
        because,
        against,
        false);
  }

  private static String words(Duration span) {
    long minutes = span.plusSeconds(59).toMinutes();
    return minutes <= 120 ? minutes + " min" : span.toHours() + " h";
  }

  /// Whether the link sleeps between packets: both partners must want it.
  private static Optional<Citation> eee(NicCase nic) {
    Optional<Reading<Eee>> reading = nic.now().map(now -> now.seen().settings().eee());
    return reading
        .flatMap(Reading::known)
        .filter(eee -> nic.isE1000e() && eee.enabled() && eee.active())
        .map(eee ->
            Cite.reading(
                reading.get(), "EEE status: enabled - active", "the link sleeps between packets"));
  }

  private static Finding undated(NicCase nic, NoticeLines downs) {
    return new Finding.Undecided(
        ID,
        nic.name(),
        "the link went down " + downs.lines() + " times; how close together its lines don't tell",
        Set.of(KERNEL_LOG),
        "read the log with its times: journalctl -k");
  }

  /// The kernel counts what no log tells of.
  private static Optional<Finding> counted(NicCase nic) {
    Optional<Long> changes =
        nic.now()
            .flatMap(now -> now.seen().link().known())
            .map(Link::state)
            .flatMap(state -> state.carrierChanges())
            .filter(count -> count >= MANY_CHANGES);
    return changes.map(count ->
        new Finding.Undecided(
            ID,
            nic.name(),
            "the link went up or down " + count + " times; when, no log that was read tells",
            Set.of(KERNEL_LOG),
            "add the output of: journalctl -k"));
  }
}

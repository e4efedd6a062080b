package dev.unhang.findings.rule;

import dev.unhang.findings.nic.Cite;
import dev.unhang.findings.nic.NicCase;
import dev.unhang.findings.nic.SlowLink;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.finding.Citation;
import dev.unhang.model.finding.Confidence;
import dev.unhang.model.finding.Finding;
import dev.unhang.model.id.RuleId;
import dev.unhang.model.id.SourceId;
import dev.unhang.model.log.Episode;
import dev.unhang.model.log.HangDump.Field;
import dev.unhang.model.log.Notice;
import dev.unhang.model.net.LinkModes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// A gigabit NIC has a link of 10 or 100 Mb/s. A pair of the cable is broken, or a plug, or the
/// partner offers no more: that comes first, whatever else is wrong.
///
/// What speaks against: the hang's own report shows 1000 Mb/s; a NIC that can do no more; a link
/// that came up faster later.
///
/// Kernel: drivers/net/ethernet/intel/e1000e/defines.h, E1000_STATUS_SPEED_MASK (v6.12)
public final class LinkIsSlow implements Rule {
  private static final RuleId ID = new RuleId("link-is-slow");
  private static final SourceId MODES = new SourceId("link-modes");
  private static final long LINK_UP = 0x2;
  private static final long SPEED_100 = 0x40;
  private static final long SPEED_1000 = 0x80;

  /// ESTATUS of a PHY that can do gigabit over copper.
  private static final long CAN_1000 = 0x3000;

  private static final long GIGABIT = 1000;

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Optional<Finding> judge(NicCase nic) {
    for (Episode hang : nic.hangs()) {
      OptionalLong mac = hang.dump().value(Field.MAC_STATUS);
      OptionalLong phy = hang.dump().value(Field.PHY_EXTENDED_STATUS);
      if (mac.isPresent() && isSlow(mac.getAsLong())) {
        return Optional.of(ofReport(nic, hang, mac.getAsLong(), phy));
      }
    }
    Optional<Reading<LinkModes>> modes = nic.now().map(now -> now.seen().settings().modes());
    Optional<LinkModes> known = modes.flatMap(Reading::known);
    boolean isSlowNow = known.flatMap(LinkModes::speedMegabits).orElse(GIGABIT) < GIGABIT;
    if (known.isPresent() && isSlowNow) {
      return ofModes(nic, modes.get(), known.get());
    }
    Optional<SlowLink> told = SlowLink.of(nic);
    if (known.isEmpty() && told.isPresent()) {
      return Optional.of(ofLog(nic, told.get()));
    }
    return of1000(nic)
        .or(() ->
            SlowLink.mended(nic)
                .map(up ->
                    new Finding.RuledOut(
                        ID,
                        nic.name(),
                        "the link came up at full speed after that",
                        List.of(Cite.notice(up, up.mode().megabits().orElseThrow() + " Mb/s")))));
  }

  /// Where only the driver tells that the NIC can do more, its partner may be a slow one.
  private static Finding ofLog(NicCase nic, SlowLink slow) {
    List<Citation> because = new ArrayList<>();
    because.add(Cite.notice(slow.up(), slow.megabits() + " Mb/s"));
    slow.better()
        .map(lines ->
            Cite.notice(
                lines,
                lines.notice() == Notice.SPEED_DOWNGRADED
                    ? "the driver says that it could not hold more"
                    : "it had a faster link before"))
        .ifPresent(because::add);
    return found(
        nic,
        String.valueOf(slow.megabits()),
        slow.better().isPresent() ? Confidence.LIKELY : Confidence.POSSIBLE,
        because);
  }

  private static Optional<Finding> of1000(NicCase nic) {
    return nic.hangs().stream()
        .filter(hang -> shows1000(hang.dump().value(Field.MAC_STATUS)))
        .findFirst()
        .map(hang ->
            new Finding.RuledOut(
                ID,
                nic.name(),
                "the link ran at 1000 Mb/s when it hung",
                List.of(
                    Cite.firstReport(
                        hang, "MAC Status " + hang.dump().text(Field.MAC_STATUS).orElseThrow()))));
  }

  private static boolean isSlow(long mac) {
    return (mac & LINK_UP) != 0 && (mac & SPEED_1000) == 0;
  }

  private static boolean shows1000(OptionalLong mac) {
    return mac.isPresent()
        && (mac.getAsLong() & LINK_UP) != 0
        && (mac.getAsLong() & SPEED_1000) != 0;
  }

  /// The report shows what the PHY can, unless reading it failed.
  private static Finding ofReport(NicCase nic, Episode hang, long mac, OptionalLong phy) {
    String speed = (mac & SPEED_100) != 0 ? "100" : "10";
    String shown = "MAC Status " + hang.dump().text(Field.MAC_STATUS).orElseThrow();
    boolean can = phy.isPresent() && (phy.getAsLong() & CAN_1000) != 0;
    return can
        ? found(nic, speed, Cite.firstReport(hang, shown + ", and the PHY can do 1000 Mb/s"))
        : open(nic, speed);
  }

  private static Optional<Finding> ofModes(
      NicCase nic, Reading<LinkModes> reading, LinkModes modes) {
    String speed = String.valueOf(modes.speedMegabits().orElseThrow());
    if (modes.supported().isEmpty()) {
      return Optional.of(open(nic, speed));
    }
    boolean can = modes.supported().stream().anyMatch(mode -> mode.startsWith("1000base"));
    return can
        ? Optional.of(
            found(
                nic,
                speed,
                Cite.reading(reading, "Speed: " + speed + "Mb/s", "and it supports 1000 Mb/s")))
        : Optional.empty();
  }

  private static Finding found(NicCase nic, String speed, Citation shows) {
    return found(nic, speed, Confidence.LIKELY, List.of(shows));
  }

  private static Finding found(
      NicCase nic, String speed, Confidence confidence, List<Citation> because) {
    return new Finding.Diagnosed(
        ID,
        nic.name(),
        "the link runs at "
            + speed
            + " Mb/s on a gigabit NIC: look at cable, plugs and switch first",
        confidence,
        because,
        List.of(),
        false);
  }

  private static Finding open(NicCase nic, String speed) {
    return new Finding.Undecided(
        ID,
        nic.name(),
        "the link runs at " + speed + " Mb/s; whether this NIC can do more was not read",
        Set.of(MODES),
        "add the output of: ethtool " + nic.typedName());
  }
}

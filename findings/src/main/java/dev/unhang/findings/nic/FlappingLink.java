package dev.unhang.findings.nic;

import dev.unhang.model.log.Gap;
import dev.unhang.model.log.LoggedNic;
import dev.unhang.model.log.Notice;
import dev.unhang.model.log.NoticeLines;
import dev.unhang.model.log.SameNic;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A link that goes down again and again.
///
/// @param downs the lines that say so, each within 5 min of the one before
public record FlappingLink(NoticeLines downs) {
  /// One is a switch that reboots, two are one whose ports come up before they learn; three are
  /// somebody who tries cables.
  private static final int FEWEST = 4;

  /// Whether some lines are of such a link.
  public static boolean is(NoticeLines lines) {
    return lines.notice() == Notice.LINK_DOWN && lines.lines() >= FEWEST;
  }

  /// The worst time that the logs tell of.
  public static Optional<FlappingLink> worst(NicCase nic) {
    return nic.notices(Notice.LINK_DOWN).stream()
        .filter(FlappingLink::is)
        .max(Comparator.comparingLong(NoticeLines::lines))
        .map(FlappingLink::new);
  }

  /// From the first to the last; empty where the lines bear no times.
  public Optional<Duration> span() {
    return Gap.between(downs.first(), downs.last());
  }

  /// The driver's resets, where there were about as many meanwhile: each takes the link down.
  public Optional<NoticeLines> resets(NicCase nic) {
    return nic.notices(Notice.ADAPTER_RESET).stream()
        .filter(resets -> resets.boot().equals(downs.boot()))
        .filter(resets -> isOf(resets.nic()) && resets.lines() >= downs.lines() - 1)
        .findFirst();
  }

  private boolean isOf(LoggedNic nic) {
    return SameNic.is(nic, downs.nic());
  }

  /// Where it came back in between; empty where no line says so.
  public Optional<NoticeLines> ups(NicCase nic) {
    List<NoticeLines> ups = nic.notices(Notice.LINK_UP);
    return ups.stream()
        .filter(lines -> lines.boot().equals(downs.boot()) && isOf(lines.nic()))
        .max(Comparator.comparingLong(NoticeLines::lines));
  }
}
